package io.marquee.notification;

import io.marquee.ordering.OrderView;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a refund did to the tickets, in words: money also goes back while they stay valid. */
@Component
class RefundedTickets {
    private final TicketReads tickets;

    RefundedTickets(TicketReads tickets) {
        this.tickets = tickets;
    }

    /** Empty where nothing is valid any more, and not because of money: a stake that was lost and forgiven. */
    List<String> words(OrderView order, Text text) {
        List<TicketView> all = tickets.ofOrder(order.id().value());
        List<TicketView> standing = all.stream().filter(RefundedTickets::stands).toList();
        if (!all.isEmpty() && standing.size() == all.size()) return List.of(text.get("notification.refunded.stay"));
        List<String> words = new ArrayList<>();
        if (all.stream().anyMatch(RefundedTickets::ended)) words.add(text.get("notification.refunded.void"));
        if (!standing.isEmpty()) {
            String names = standing.stream()
                    .map(t -> text.get("notification.refunded.ticket", t.position(), t.typeAndSeat(text)))
                    .collect(Collectors.joining(", "));
            words.add(text.get("notification.refunded.rest", names));
        }
        return words;
    }

    private static boolean stands(TicketView ticket) {
        return ticket.open() || ticket.state() == TicketState.CHECKED_IN;
    }

    private static boolean ended(TicketView ticket) {
        return ticket.state() == TicketState.REFUNDED || ticket.state() == TicketState.CANCELLED;
    }
}
