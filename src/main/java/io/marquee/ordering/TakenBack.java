package io.marquee.ordering;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.RefundOffer;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.NotFound;
import io.marquee.ordering.Unwinding.Part;
import io.marquee.platform.tenancy.Acting;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many of those to whom a postponed event offered their money back took it. */
@Component
public class TakenBack {
    private final JdbcClient jdbc;
    private final EventReads events;
    private final Acting acting;
    private final Clock clock;

    TakenBack(JdbcClient jdbc, EventReads events, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * @param until the last day, in the event's zone
     * @param open whether it can still be taken
     * @param books by currency; none where nobody had paid anything
     */
    public record Figures(LocalDate until, boolean open, List<Book> books) {
        public int orders() {
            return books.stream().mapToInt(book -> book.offered().orders()).sum();
        }

        public int taken() {
            return books.stream().mapToInt(book -> book.taken().orders()).sum();
        }
    }

    /**
     * In one currency.
     *
     * @param offered the orders that had something to take, and all that they cost
     * @param taken those of them that took some of it or all, and how much
     * @param arrived what of that is at its buyer
     * @param failed what the provider could not send, though it was taken: the team refunds it again
     */
    public record Book(Part offered, Part taken, Part arrived, Part failed) {}

    /**
     * @throws NotFound where nothing was ever offered
     * @throws io.marquee.kernel.Refusal unless the actor may see its orders
     */
    @Transactional(readOnly = true)
    public Figures of(String event) {
        EventView found = events.where(Permission.SEE_ORDERS, event);
        RefundOffer offer = found.refundOffer();
        if (offer == null) throw new NotFound("refund_offer");
        List<Book> books = acting.asSystem(found.organization(), () -> books(found.id(), offer));
        return new Figures(offer.until(), found.takesBack(clock.instant()), books);
    }

    private List<Book> books(EventId event, RefundOffer offer) {
        return jdbc.sql("""
                        select count(*), sum(o.total_amount), o.currency,
                               count(*) filter (where back.taken > 0), sum(back.taken), o.currency,
                               count(*) filter (where back.arrived > 0), sum(back.arrived), o.currency,
                               count(*) filter (where back.failed > 0), sum(back.failed), o.currency
                        from ordering.orders o
                        cross join lateral (
                          select coalesce(sum(r.amount) filter (where r.state <> 'failed'), 0) taken,
                                 coalesce(sum(r.amount) filter (where r.state = 'succeeded'), 0) arrived,
                                 coalesce(sum(r.amount) filter (where r.state = 'failed'), 0) failed
                          from ordering.refunds r where r.order_id = o.id and r.reason = ?) back
                        where o.event_id = ? and o.total_amount > 0 and o.paid_at < ?
                          and (back.taken + back.failed > 0 or o.refunded_amount + o.returning_amount < o.total_amount)
                        group by o.currency order by o.currency
                        """)
                .params(RefundOffers.REASON, event.value(), Timestamp.from(offer.at()))
                .query((row, n) -> new Book(
                        Unwinding.part(row, 1),
                        Unwinding.part(row, 4),
                        Unwinding.part(row, 7),
                        Unwinding.part(row, 10)))
                .list();
    }
}
