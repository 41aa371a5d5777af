package io.marquee.invoicing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.ordering.OrderEvent;
import io.marquee.ordering.OrderEvent.OrderPaid;
import io.marquee.ordering.OrderEvent.OrderRefunded;
import io.marquee.ordering.OrderEvent.ReservationEnded;
import io.marquee.ordering.OrderId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.BeforeCommit;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Documents that are still to be made. They are noted in the transaction that sells or refunds, all of its orders in one
 * statement; numbers are given out later, by a job, so that no order waits for another's. Free orders get none.
 */
@Component
class DueDocuments {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    /** What the transaction under way has to tell so far. */
    private final BeforeCommit<Note> notes;

    DueDocuments(JdbcClient jdbc, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.notes = new BeforeCommit<>(acting, this::insert);
    }

    enum What {
        RECEIPT,
        INVOICE,
        RETURNS,
        CORRECTION
    }

    /** @param asked whether the buyer wants it now */
    record Due(UUID id, What what, OrderId order, OrganizationId organization, boolean asked, int attempts) {}

    private record Note(What what, OrderId order, EventId event, OrganizationId organization) {
        static Note of(What what, OrderEvent event) {
            return new Note(what, event.order(), event.event(), event.organization());
        }
    }

    @EventListener
    void on(OrderPaid paid) {
        if (paid.total().isPositive() && !paid.reserved()) {
            notes.add(Note.of(What.RECEIPT, paid));
            notes.add(Note.of(What.INVOICE, paid));
        }
    }

    /** What was reserved is a sale once it was taken. What had been let go of it is given back on paper. */
    @EventListener
    void on(ReservationEnded ended) {
        if (ended.taken().isZero()) return;
        notes.add(Note.of(What.RECEIPT, ended));
        notes.add(Note.of(What.INVOICE, ended));
        notes.add(Note.of(What.RETURNS, ended));
    }

    @EventListener
    void on(OrderRefunded refunded) {
        if (refunded.amount().isPositive() && !refunded.late()) notes.add(Note.of(What.RETURNS, refunded));
    }

    void correct(OrderId order, EventId event, OrganizationId organization) {
        insert(List.of(new Note(What.CORRECTION, order, event, organization)));
    }

    private void insert(List<Note> notes) {
        jdbc.sql("""
                        insert into invoicing.due (id, what, order_id, event_id, organization_id, due_at)
                        select n.*, ? from unnest(?, ?, ?, ?, ?) n
                        """)
                .params(
                        Timestamp.from(clock.instant()),
                        notes.stream().map(n -> Ids.next()).toArray(UUID[]::new),
                        notes.stream().map(n -> Wire.name(n.what())).toArray(String[]::new),
                        notes.stream().map(n -> n.order().value()).toArray(UUID[]::new),
                        notes.stream().map(n -> n.event().value()).toArray(UUID[]::new),
                        notes.stream().map(n -> n.organization().value()).toArray(UUID[]::new))
                .update();
    }

    /** Those that are due now, in the order in which they came. */
    List<Due> now(int most) {
        return jdbc.sql("select * from invoicing.due where due_at <= ? order by due_at, id limit ?")
                .params(Timestamp.from(clock.instant()), most)
                .query((row, n) -> new Due(
                        row.getObject("id", UUID.class),
                        Wire.parse(What.class, row.getString("what")),
                        new OrderId(row.getObject("order_id", UUID.class)),
                        new OrganizationId(row.getObject("organization_id", UUID.class)),
                        row.getBoolean("asked"),
                        row.getInt("attempts")))
                .list();
    }

    /** Takes it on in this transaction: nobody else does the same, and when it commits it is done. @return false: done already */
    boolean take(Due due) {
        return jdbc.sql(
                                "delete from invoicing.due where id = (select id from invoicing.due where id = ? for update skip locked)")
                        .param(due.id())
                        .update()
                == 1;
    }

    /** Nothing to be done about it yet, as far as we know. */
    void put(Due due, Instant at) {
        jdbc.sql("update invoicing.due set due_at = ? where id = ?")
                .params(Timestamp.from(at), due.id())
                .update();
    }

    /** The organization never said who it is: until it does. */
    void putAside(Due due) {
        jdbc.sql("update invoicing.due set due_at = 'infinity' where id = ?")
                .param(due.id())
                .update();
    }

    /** It failed: later once more, after 10 s, 30 s, 90 s and so on up to a day. */
    void postpone(Due due) {
        Instant at = clock.instant().plus(FIRST_WAIT.multipliedBy((long) Math.pow(3, Math.min(due.attempts(), 8))));
        jdbc.sql("update invoicing.due set attempts = attempts + 1, due_at = ? where id = ?")
                .params(Timestamp.from(at), due.id())
                .update();
    }

    void wake(OrganizationId organization) {
        jdbc.sql("update invoicing.due set due_at = ? where organization_id = ? and what = 'invoice'")
                .params(Timestamp.from(clock.instant()), organization.value())
                .update();
    }

    /** The buyer wants the invoice now. @return false when none is waiting any more */
    boolean ask(OrderId order) {
        return jdbc.sql("update invoicing.due set asked = true, due_at = ? where order_id = ? and what = 'invoice'")
                        .params(Timestamp.from(clock.instant()), order.value())
                        .update()
                == 1;
    }

    /** @return whether its invoice was still to be made: now it is the caller's to make */
    boolean dropInvoice(OrderId order) {
        return jdbc.sql("delete from invoicing.due where order_id = ? and what = 'invoice'")
                        .param(order.value())
                        .update()
                == 1;
    }

    /** Whether its invoice is not made yet; the row is locked, so that it is not made meanwhile. */
    boolean invoiceWaits(OrderId order) {
        return !jdbc.sql("select id from invoicing.due where order_id = ? and what = 'invoice' for update")
                .param(order.value())
                .query(UUID.class)
                .list()
                .isEmpty();
    }
}
