package io.marquee.ordering;

import io.marquee.ticketing.Holds;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A buyer who goes back and sends the form again means what it says now, as long as nothing is paid. */
@Component
class Corrections {
    private final Holds holds;
    private final Orders orders;
    private final Admissions admissions;
    private final JdbcClient jdbc;

    Corrections(Holds holds, Orders orders, Admissions admissions, JdbcClient jdbc) {
        this.holds = holds;
        this.orders = orders;
        this.admissions = admissions;
        this.jdbc = jdbc;
    }

    OrderView apply(OrderView order, BuyerDetails buyer) {
        if (order.state() != OrderState.PENDING || wasAsked(order) || same(order, buyer)) return order;
        // the hold before the order, as everywhere
        holds.claimFor(order.hold(), buyer.email());
        jdbc.sql("select 1 from ordering.orders where id = ? for no key update")
                .param(order.id().value())
                .query(Integer.class)
                .single();
        if (wasAsked(current(order))) throw new OrderRefused.AwaitsApproval();
        int corrected = jdbc.sql("""
                        update ordering.orders set buyer_name = ?, buyer_email = ?, locale = ?
                        where id = ? and state = 'pending'
                        """)
                .param(buyer.name())
                .param(buyer.email())
                .param(buyer.locale().toLanguageTag())
                .param(order.id().value())
                .update();
        if (corrected == 1) rename(order, buyer.coming());
        return current(order);
    }

    /** The team says yes or no to whom it was asked about, and that is whom the tickets are for. */
    private static boolean wasAsked(OrderView order) {
        return order.approval() != null && !order.asksFirst();
    }

    private OrderView current(OrderView order) {
        return Objects.requireNonNull(orders.byId(order.id()));
    }

    private boolean same(OrderView order, BuyerDetails buyer) {
        return order.buyerName().equals(buyer.name())
                && order.buyerEmail().equals(buyer.email())
                && admissions.coming(order.id()).equals(buyer.coming());
    }

    private void rename(OrderView order, List<Coming> coming) {
        jdbc.sql("delete from ordering.attendees where order_id = ?")
                .param(order.id().value())
                .update();
        jdbc.sql("""
                        insert into ordering.attendees (order_id, position, organization_id, hold_id, event_id, name, email)
                        select o.id, a.position, o.organization_id, o.hold_id, o.event_id, a.name, a.email
                        from ordering.orders o, unnest(?::int[], ?::text[], ?::text[]) a(position, name, email)
                        where o.id = ?
                        """)
                .param(coming.stream().map(Coming::position).toArray(Integer[]::new))
                .param(coming.stream().map(Coming::name).toArray(String[]::new))
                .param(coming.stream().map(Coming::email).toArray(String[]::new))
                .param(order.id().value())
                .update();
    }
}
