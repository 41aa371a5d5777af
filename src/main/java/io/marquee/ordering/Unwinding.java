package io.marquee.ordering;

import io.marquee.event.EventReads;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketReads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a cancelled event gives back: how much that would be before, and how far it is afterwards. */
@Component
public class Unwinding {
    private static final String BOUGHT = """
            cross join lateral (
              select coalesce(sum(c.kept), 0) amount from ordering.ticket_cancellations c where c.order_id = o.id) kept
            where event_id = ? and state in ('paid', 'partially_refunded')
              and total_amount > refunded_amount + returning_amount + kept.amount
            """;
    private static final String AT_COUNTER =
            " and exists (select from ordering.counter_sales s where s.order_id = o.id)";

    private final JdbcClient jdbc;
    private final EventReads events;
    private final CancelledEvents cancelled;
    private final TicketReads tickets;
    private final Acting acting;

    Unwinding(JdbcClient jdbc, EventReads events, CancelledEvents cancelled, TicketReads tickets, Acting acting) {
        this.jdbc = jdbc;
        this.events = events;
        this.cancelled = cancelled;
        this.tickets = tickets;
        this.acting = acting;
    }

    /** So many orders, with so much money. */
    public record Part(int orders, Money money) {}

    /**
     * How far it is, in one currency; free orders are among those of their currency.
     *
     * @param done everything is back at its buyer
     * @param underWay the provider was asked, and has not said yet that it arrived
     * @param waiting nothing has happened yet
     * @param failed the provider could not send it: it can be tried again
     * @param owed it waits at the box office, where it was paid, until somebody hands it out
     */
    public record Progress(Part done, Part underWay, Part waiting, Part failed, Part owed) {
        public int orders() {
            return done.orders() + underWay.orders() + waiting.orders() + failed.orders() + owed.orders();
        }
    }

    /**
     * What a cancellation now would do.
     *
     * @param guests who come with a ticket
     * @param back by currency; none where all is free
     * @param byHand what of that was paid at the box office, and has to be handed out there; likewise
     * @param free how many orders cost nothing, and end all the same
     */
    public record Preview(int guests, List<Part> back, List<Part> byHand, int free) {}

    /** @throws io.marquee.kernel.Refusal unless the actor may cancel it */
    @Transactional(readOnly = true)
    public Preview preview(String event) {
        EventView found = events.where(Permission.CANCEL_EVENT, event);
        return acting.asSystem(found.organization(), () -> {
            EventId id = found.id();
            return new Preview(tickets.turnout(id).of(), back(id, BOUGHT), back(id, BOUGHT + AT_COUNTER), free(id));
        });
    }

    private int free(EventId event) {
        return jdbc.sql(
                        "select count(*) from ordering.orders where event_id = ? and state = 'paid' and total_amount = 0")
                .param(event.value())
                .query(Integer.class)
                .single();
    }

    private List<Part> back(EventId event, String which) {
        return jdbc.sql("""
                        select count(*), sum(total_amount - refunded_amount - returning_amount - kept.amount), currency from ordering.orders o
                        """ + which + " group by currency order by 2 desc")
                .param(event.value())
                .query((row, n) -> part(row, 1))
                .list();
    }

    /** By currency, of what stood when it was cancelled; none where nothing did. @throws io.marquee.kernel.Refusal unless they may see orders */
    @Transactional(readOnly = true)
    public List<Progress> progress(String event) {
        EventView found = events.where(Permission.SEE_ORDERS, event);
        return acting.asSystem(found.organization(), () -> progress(found.id()));
    }

    private List<Progress> progress(EventId event) {
        return jdbc.sql("""
                        select count(*) filter (where p.part = 'done'), sum(p.refunded), p.currency,
                               count(*) filter (where p.part = 'under_way'), sum(p.going), p.currency,
                               count(*) filter (where p.part = 'waiting'), sum(p.left_over) filter (where p.part = 'waiting'),
                               p.currency,
                               count(*) filter (where p.part = 'failed'), sum(p.left_over) filter (where p.part = 'failed'),
                               p.currency,
                               count(*) filter (where p.part = 'owed'), sum(p.owed), p.currency
                        from (
                          select o.currency, o.refunded_amount refunded, o.returning_amount - due.owed going, due.owed,
                                 o.total_amount - o.refunded_amount - o.returning_amount - kept.amount left_over,
                                 case when due.owed > 0 then 'owed'
                                      when o.returning_amount > 0 then 'under_way'
                                      when o.state = 'refunded' or o.refunded_amount + kept.amount >= o.total_amount
                                        and o.total_amount > 0 then 'done'
                                      when exists (select from ordering.refunds r where r.order_id = o.id
                                                     and r.state = 'failed' and r.reason = 'event_cancelled') then 'failed'
                                      else 'waiting' end part
                          from ordering.orders o
                          cross join lateral (
                            select coalesce(sum(d.amount), 0) owed from ordering.counter_dues d
                            where d.order_id = o.id
                              and not exists (select from ordering.counter_refunds c where c.id = d.id)) due
                          cross join lateral (
                            select coalesce(sum(c.kept), 0) amount from ordering.ticket_cancellations c
                            where c.order_id = o.id) kept
                          where o.event_id = ? and o.state in ('paid', 'partially_refunded', 'refunded')
                            and not exists (select from ordering.refunds r where r.order_id = o.id and o.state = 'refunded' and not r.surplus
                                            having count(*) > 0 and bool_and(r.reason <> 'event_cancelled'))) p
                        group by p.currency order by p.currency
                        """)
                .param(event.value())
                .query((row, n) -> new Progress(part(row, 1), part(row, 4), part(row, 7), part(row, 10), part(row, 13)))
                .list();
    }

    static Part part(ResultSet row, int from) throws SQLException {
        return new Part(row.getInt(from), Money.of(row.getLong(from + 1), row.getString(from + 2)));
    }

    /**
     * Tries again what the provider could not send.
     *
     * @throws io.marquee.kernel.Refusal unless the actor may refund
     * @throws OrderRefused.NothingToRefund where the event is not cancelled
     */
    @Transactional
    public void retry(String event) {
        EventView found = events.where(Permission.REFUND, event);
        if (found.state() != EventState.CANCELLED) throw new OrderRefused.NothingToRefund();
        cancelled.again(found);
    }
}
