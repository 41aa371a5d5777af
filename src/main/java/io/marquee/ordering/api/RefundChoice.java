package io.marquee.ordering.api;

import io.marquee.kernel.InvalidInput;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.RefundScope;
import io.marquee.ordering.api.OrderBodies.NewRefund;
import io.marquee.ordering.api.OrderBodies.RefundLine;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a refund that a program asks for means. */
@Component
class RefundChoice {
    private final TicketReads tickets;

    RefundChoice(TicketReads tickets) {
        this.tickets = tickets;
    }

    /** @param key under which it counts once; null where it is not carried out */
    RefundScope of(OrderView order, NewRefund body, @Nullable String key) {
        boolean noTicket =
                body.amount() != null && (body.lines() == null || body.lines().isEmpty());
        return new RefundScope(
                noTicket ? List.of() : of(order, body.lines()),
                body.amount(),
                !Boolean.FALSE.equals(body.returnStock()),
                key,
                !Boolean.FALSE.equals(body.handedOut()));
    }

    /**
     * @return null for all that is left
     * @throws InvalidInput when a line names nothing, or more than there is
     */
    private @Nullable List<TicketId> of(OrderView order, @Nullable List<@Nullable RefundLine> lines) {
        if (lines == null || lines.isEmpty()) return null;
        // the last ones go first: what was named by position stays with its holder
        List<TicketView> left = new ArrayList<>(tickets.ofOrder(order.id().value()));
        Collections.reverse(left);
        List<TicketId> chosen = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            List<TicketId> meant = meant(lines.get(i), left);
            if (meant.isEmpty()) throw InvalidInput.at("lines[" + i + "]", "value");
            left.removeIf(ticket -> meant.contains(ticket.id()));
            chosen.addAll(meant);
        }
        return chosen;
    }

    private static List<TicketId> meant(@Nullable RefundLine line, List<TicketView> left) {
        if (line == null) return List.of();
        int quantity = line.quantity() == null ? 1 : line.quantity();
        List<TicketId> fitting = left.stream()
                .filter(t -> line.ticket() != null
                        ? t.id().equals(line.ticket())
                        : t.ticketType().equals(line.ticketType()) && t.state() == TicketState.ISSUED)
                .map(TicketView::id)
                .limit(Math.max(0, quantity))
                .toList();
        return fitting.size() == quantity ? fitting : List.of();
    }
}
