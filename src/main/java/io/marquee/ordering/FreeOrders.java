package io.marquee.ordering;

import io.marquee.audit.History;
import io.marquee.kernel.EventId;
import io.marquee.ordering.OrderEvent.OrderPaid;
import io.marquee.ordering.OrderEvent.OrderPlaced;
import io.marquee.platform.batch.Combiner;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.HoldState;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.Tickets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Orders that cost nothing, made and paid together with the others of their event: one transaction, a few statements and one
 * wait for the disk for all of them. What is not plain is left to {@link Placement}, one by one.
 */
@Component
class FreeOrders {
    private static final int MOST_AT_ONCE = 50;

    private final Holds holds;
    private final NewOrders newOrders;
    private final Tickets tickets;
    private final History history;
    private final Acting acting;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Combiner<EventId, Asked, Optional<OrderView>> combiner = new Combiner<>(MOST_AT_ONCE, this::serve);

    FreeOrders(
            Holds holds,
            NewOrders newOrders,
            Tickets tickets,
            History history,
            Acting acting,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.holds = holds;
        this.newOrders = newOrders;
        this.tickets = tickets;
        this.history = history;
        this.acting = acting;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Asked(HoldView hold, BuyerDetails buyer, Actor by) {}

    /** @return empty where there is more to it than can be decided together with others */
    Optional<OrderView> place(HoldView hold, BuyerDetails buyer) {
        boolean plain = hold.total().isZero()
                && hold.state() == HoldState.ACTIVE
                && !TransactionSynchronizationManager.isActualTransactionActive();
        return plain ? combiner.ask(hold.event(), new Asked(hold, buyer, Acting.current())) : Optional.empty();
    }

    private List<Optional<OrderView>> serve(List<Asked> batch) {
        Map<HoldId, Asked> plain = new LinkedHashMap<>();
        batch.forEach(asked -> plain.putIfAbsent(asked.hold().id(), asked));
        Map<HoldId, OrderView> made = acting.asSystem(
                batch.getFirst().hold().organization(),
                () -> Objects.requireNonNull(transaction.execute(status -> made(plain))));
        // of two clicks on one hold in a batch, the second asks for the order of the first
        Set<HoldId> answered = new HashSet<>();
        return batch.stream()
                .map(asked -> asked.hold().id())
                .map(hold -> answered.add(hold) ? Optional.ofNullable(made.get(hold)) : Optional.<OrderView>empty())
                .toList();
    }

    private Map<HoldId, OrderView> made(Map<HoldId, Asked> plain) {
        Set<HoldId> sold = holds.sell(plain.values().stream()
                .map(asked -> new Holds.Sale(asked.hold(), asked.buyer().email(), asked.by()))
                .toList());
        Instant now = clock.instant();
        Map<HoldId, OrderView> made = new LinkedHashMap<>();
        sold.forEach(hold -> made.put(
                hold, Drafts.order(plain.get(hold).hold(), plain.get(hold).buyer(), now)));
        if (!made.isEmpty()) write(plain, List.copyOf(made.values()));
        return made;
    }

    private void write(Map<HoldId, Asked> plain, List<OrderView> orders) {
        Set<OrderId> in = newOrders.insert(orders.stream()
                .map(order -> new NewOrders.Draft(
                        order, plain.get(order.hold()).buyer().coming()))
                .toList());
        // a code is taken, once in a few billion times: asked alone, each gets another
        if (in.size() != orders.size()) throw new IllegalStateException("an order could not be made");
        history.record(orders.stream()
                .map(order -> new History.Move(
                        OrderMoves.subject(order),
                        null,
                        order.state(),
                        null,
                        plain.get(order.hold()).by()))
                .toList());
        tickets.issue(orders.stream()
                .map(order -> Admissions.sale(
                        order,
                        plain.get(order.hold()).buyer().coming(),
                        plain.get(order.hold()).by()))
                .toList());
        orders.forEach(order -> {
            events.publishEvent(new OrderPlaced(order.id(), order.event(), order.organization(), order.createdAt()));
            events.publishEvent(new OrderPaid(order.id(), order.event(), order.organization(), order.createdAt()));
        });
    }
}
