package io.marquee.testing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.marquee.escrow.StakeState;
import io.marquee.escrow.StakeTerms;
import io.marquee.escrow.Stakes;
import io.marquee.event.EventEvent.EventEnded;
import io.marquee.event.EventReads;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.kernel.Wire;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stakes for tests, and time, moved for them. */
@Component
public class StakeFixture {
    private final TicketFixture tickets;
    private final OrderFixture orders;
    private final DoorFixture door;
    private final Stakes stakes;
    private final Acting acting;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final RecurringTask<Void> settleStakes;
    private final EventReads eventReads;
    private final TransactionTemplate transaction;

    StakeFixture(
            TicketFixture tickets,
            OrderFixture orders,
            DoorFixture door,
            Stakes stakes,
            Acting acting,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            RecurringTask<Void> settleStakes,
            EventReads eventReads,
            TransactionTemplate transaction) {
        this.tickets = tickets;
        this.orders = orders;
        this.door = door;
        this.stakes = stakes;
        this.acting = acting;
        this.jdbc = jdbc;
        this.events = events;
        this.settleStakes = settleStakes;
        this.eventReads = eventReads;
        this.transaction = transaction;
    }

    /** A type of €24 each, all of it a stake, settled a day after the end. */
    public TicketTypeView type(EventView event, int quantity) {
        TicketTypeView type = tickets.type(event, quantity);
        acting.as(
                EventFixture.owner(event.organization()),
                () -> stakes.choose(event, List.of(type.id()), StakeTerms.USUAL));
        return type;
    }

    /** Nothing is taken for it at first: a card is kept. */
    public void keepCards(EventView event, TicketTypeView type) {
        acting.as(
                EventFixture.owner(event.organization()),
                () -> stakes.choose(event, List.of(type.id()), new StakeTerms(24, 30, true)));
    }

    public List<TicketView> bought(EventView event, TicketTypeView type, int quantity) {
        OrderView order = orders.paid(event, type, quantity);
        return orders.ticketsOf(order);
    }

    /** One, with a card to which nothing can go back. */
    public TicketView boughtWithoutRefunds(EventView event, TicketTypeView type) {
        OrderView order = orders.placed(event, type, 1);
        orders.pay(order, PaymentFixture.CARD_WITHOUT_REFUNDS);
        return orders.ticketsOf(orders.until(order, OrderState.PAID)).getFirst();
    }

    /** Waits until the event's only stake is in this state. */
    public void until(EventView event, StakeState state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> states(event).equals(Map.of(state, 1)));
    }

    /** So many of the event's stakes are in each state. */
    public Map<StakeState, Integer> states(EventView event) {
        return acting
                .as(EventFixture.owner(event.organization()), () -> stakes.ofEvent(event, null, null, 100))
                .items()
                .stream()
                .collect(Collectors.groupingBy(
                        stake -> stake.state(), Collectors.collectingAndThen(Collectors.counting(), Long::intValue)));
    }

    /** What the history says about the event's stakes that came into this state, where it says something. */
    public List<String> reasons(EventView event, StakeState to) {
        return tickets.inside(
                event.organization(),
                () -> jdbc.sql("""
                                select h.reason from audit.transitions h
                                where h.event_id = ? and h.subject = 'stake' and h.to_state = ? and h.reason is not null
                                """)
                        .params(event.id().value(), Wire.name(to))
                        .query(String.class)
                        .list());
    }

    /** Lets the time in which a check-in can be taken back be over. */
    public void passGrace(EventView event) {
        tickets.inside(
                event.organization(),
                () -> jdbc.sql(
                                "update escrow.stakes set due_at = created_at where event_id = ? and state = 'returning'")
                        .param(event.id().value())
                        .update());
    }

    /** The same event, over in some hours: cards reserve for as long. */
    public EventView soon(EventView event) {
        return tickets.inside(event.organization(), () -> {
            jdbc.sql("""
                            update event.events
                            set starts_at = now() + interval '2 hours', ends_at = now() + interval '5 hours' where id = ?
                            """).param(event.id().value()).update();
            return eventReads.byId(event.id());
        });
    }

    /** Lets the time be over in which banks surely keep what is reserved. */
    public void passReservations(EventView event) {
        tickets.inside(
                event.organization(),
                () -> jdbc.sql("update escrow.reservations set take_at = now() where event_id = ?")
                        .param(event.id().value())
                        .update());
    }

    /** Lets the time be over until cards are charged again. */
    public void passTries(EventView event) {
        tickets.inside(
                event.organization(),
                () -> jdbc.sql(
                                "update escrow.reservations set try_at = now() where event_id = ? and try_at is not null")
                        .param(event.id().value())
                        .update());
    }

    /** What is wrong in the books about the event's orders. */
    public List<String> bookBreaches(EventView event) {
        return acting.asPlatform(() -> transaction.execute(status ->
                jdbc.sql("""
                        select b.breach from ordering.book_breaches b
                        where exists (
                          select from ordering.orders o
                          left join ordering.refunds r on r.order_id = o.id
                          left join payment.payments p on p.order_id = o.id
                          where o.event_id = ? and (strpos(b.breach, o.id::text) > 0 or strpos(b.breach, r.id::text) > 0
                                                    or strpos(b.breach, p.id::text) > 0))
                        """).param(event.id().value()).query(String.class).list()));
    }

    /** What a question of the doctor's finds. */
    public List<String> stuck(String question) {
        return acting.asPlatform(() -> transaction.execute(
                status -> jdbc.sql(question).query(String.class).list()));
    }

    /** The subjects of the mails that were written for the event's organization. */
    public List<String> mails(EventView event) {
        return acting.asPlatform(() -> transaction.execute(
                status -> jdbc.sql("select subject from notification.mails where organization_id = ?")
                        .param(event.organization().value())
                        .query(String.class)
                        .list()));
    }

    /** Decides now what is due. */
    public void pass() {
        settleStakes.executeRecurringly(null, null);
    }

    /** The event ended then. */
    public void end(EventView event, Instant at) {
        door.put(event, EventState.ENDED);
        tickets.inside(event.organization(), () -> {
            events.publishEvent(new EventEnded(event.id(), event.organization(), at));
            return null;
        });
    }

    /** What was lost was lost that long ago. */
    public void forget(EventView event, Instant decided) {
        tickets.inside(
                event.organization(),
                () -> jdbc.sql("update escrow.stakes set decided_at = ? where event_id = ? and state = 'forfeited'")
                        .params(java.sql.Timestamp.from(decided), event.id().value())
                        .update());
    }

    /** Where an account of the event's books stands. */
    public long balance(EventView event, String account) {
        return tickets.inside(
                event.organization(),
                () -> jdbc.sql("""
                                select coalesce(sum(e.amount), 0) from ledger.entries e
                                join ledger.postings p on p.id = e.posting_id
                                where p.event_id = ? and e.account = ?
                                """)
                        .params(event.id().value(), account)
                        .query(Long.class)
                        .single());
    }
}
