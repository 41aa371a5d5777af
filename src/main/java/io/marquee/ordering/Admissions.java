package io.marquee.ordering;

import io.marquee.kernel.Money;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.ticketing.Tickets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Issues the tickets of an order, each in the name of who comes with it. */
@Component
class Admissions {
    private final Tickets tickets;
    private final JdbcClient jdbc;

    Admissions(Tickets tickets, JdbcClient jdbc) {
        this.tickets = tickets;
        this.jdbc = jdbc;
    }

    /** With those that were said when the order was placed. */
    void issue(OrderView order) {
        issue(order, coming(order.id()));
    }

    void issue(OrderView order, List<Coming> coming) {
        tickets.issue(List.of(sale(order, coming, Acting.current())));
    }

    /** What is sold with an order. */
    static Tickets.Sale sale(OrderView order, List<Coming> coming, Actor by) {
        return new Tickets.Sale(
                order.id().value(),
                order.hold(),
                order.event(),
                order.organization(),
                order.buyerEmail(),
                admissions(order, coming),
                by);
    }

    List<Coming> coming(OrderId order) {
        return jdbc.sql("select position, name, email from ordering.attendees where order_id = ? order by position")
                .param(order.value())
                .query((row, n) -> new Coming(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
    }

    List<Ordering.Attendee> attendees(OrderView order) {
        List<Coming> coming = coming(order.id());
        if (coming.isEmpty()) return List.of();
        List<Ordering.Attendee> attendees =
                new ArrayList<>(Collections.nCopies(order.tickets(), new Ordering.Attendee("", "")));
        coming.forEach(c -> attendees.set(c.position() - 1, new Ordering.Attendee(c.name(), c.email())));
        return attendees;
    }

    private static List<Tickets.Admission> admissions(OrderView order, List<Coming> coming) {
        Map<Integer, Coming> named = coming.stream().collect(Collectors.toMap(Coming::position, c -> c));
        List<Tickets.Admission> admissions = new ArrayList<>();
        for (OrderView.Line line : order.lines()) {
            List<Money> shares = line.cost().shares();
            for (Money share : shares) {
                int position = admissions.size() + 1;
                Coming who = named.getOrDefault(position, new Coming(position, order.buyerName(), order.buyerEmail()));
                admissions.add(new Tickets.Admission(position, line.ticketType(), share, who.name(), who.email()));
            }
        }
        return admissions;
    }
}
