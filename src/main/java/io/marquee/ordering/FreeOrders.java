package io.marquee.ordering;

import io.marquee.audit.History;
import io.marquee.kernel.EventId;
import io.marquee.ordering.OrderEvent.OrderPaid;
import io.marquee.ordering.OrderEvent.OrderPlaced;
import io.marquee.platform.batch.Combiner;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.ticketing.ApprovedTypes;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.HoldState;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.Tickets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final ApprovedTypes approved;
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
            ApprovedTypes approved,
            NewOrders newOrders,
            Tickets tickets,
            History history,
            Acting acting,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.holds = holds;
        this.approved = approved;
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
                batch.getFirst().hold().organization(), () -> transaction.execute(status -> made(plain)));
        // of two clicks on one hold in a batch, the second asks for the order of the first
        Set<HoldId> answered = new HashSet<>();
        return batch.stream()
                .map(asked -> asked.hold().id())
                .map(hold -> answered.add(hold) ? Optional.ofNullable(made.get(hold)) : Optional.<OrderView>empty())
                .toList();
    }

    /** The team is asked first about some: one question for all of the batch. */
    private Map<HoldId, Asked> withoutThoseThatWait(Map<HoldId, Asked> batch) {
        Set<TicketTypeId> asking = approved.among(batch.values().stream()
                .flatMap(asked -> asked.hold().items().stream())
                .map(HoldView.Line::ticketType)
                .collect(Collectors.toSet()));
        if (asking.isEmpty()) return batch;
        Map<HoldId, Asked> plain = new LinkedHashMap<>(batch);
        plain.values()
                .removeIf(asked -> asked.hold().items().stream().anyMatch(line -> asking.contains(line.ticketType())));
        return plain;
    }

    private record Made(Asked asked, OrderView order) {}

    private Map<HoldId, OrderView> made(Map<HoldId, Asked> batch) {
        Map<HoldId, Asked> plain = withoutThoseThatWait(batch);
        if (plain.isEmpty()) return Map.of();
        Set<HoldId> sold = holds.sell(plain.values().stream()
                .map(asked -> new Holds.Sale(asked.hold(), asked.buyer().email(), asked.by()))
                .toList());
        Instant now = clock.instant();
        List<Made> made = plain.values().stream()
                .filter(asked -> sold.contains(asked.hold().id()))
                .map(asked -> new Made(asked, Drafts.order(asked.hold(), asked.buyer(), now, false)))
                .toList();
        if (!made.isEmpty()) write(made);
        return made.stream().collect(Collectors.toMap(one -> one.order().hold(), Made::order));
    }

    private void write(List<Made> made) {
        Set<OrderId> in = newOrders.insert(made.stream()
                .map(one -> new NewOrders.Draft(one.order(), one.asked().buyer().coming()))
                .toList());
        // a code is taken, once in a few billion times: asked alone, each gets another
        if (in.size() != made.size()) throw new IllegalStateException("an order could not be made");
        history.record(made.stream()
                .map(one -> new History.Move(
                        OrderMoves.subject(one.order()),
                        null,
                        one.order().state(),
                        null,
                        one.asked().by()))
                .toList());
        tickets.issue(made.stream()
                .map(one -> Admissions.sale(
                        one.order(), one.asked().buyer().coming(), one.asked().by()))
                .toList());
        made.stream().map(Made::order).forEach(order -> {
            events.publishEvent(new OrderPlaced(order.id(), order.event(), order.organization(), order.createdAt()));
            events.publishEvent(
                    new OrderPaid(order.id(), order.event(), order.organization(), order.total(), order.createdAt()));
        });
    }
}
