package io.marquee.ordering.api;

import io.marquee.kernel.InvalidInput;
import io.marquee.ordering.Ordering;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketTypeId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What programs send about orders. */
final class OrderBodies {
    private OrderBodies() {}

    record Person(
            @Schema(example = "Ada Lind") @Nullable String name,
            @Schema(example = "ada@example.org") @Nullable String email) {}

    /** @param attendees left out: all tickets are in the buyer's name; else one for each ticket, blank for the buyer's */
    record NewOrder(
            @Nullable HoldId hold,
            @Nullable Person buyer,
            @Nullable List<@Nullable Person> attendees) {

        Ordering.Placing placing(Locale locale) {
            InvalidInput.gather()
                    .check(hold != null, "hold", "required")
                    .check(buyer != null, "buyer", "required")
                    .orThrow();
            if (hold == null || buyer == null) throw new IllegalStateException("checked above");
            return new Ordering.Placing(
                    hold,
                    said(buyer.name()),
                    said(buyer.email()),
                    attendees == null
                            ? List.of()
                            : attendees.stream().map(NewOrder::attendee).toList(),
                    locale);
        }

        private static Ordering.Attendee attendee(@Nullable Person person) {
            return person == null
                    ? new Ordering.Attendee("", "")
                    : new Ordering.Attendee(said(person.name()), said(person.email()));
        }
    }

    /** @param method what the provider takes, such as a test card's number; left out for its own page */
    record NewPayment(
            @Schema(example = "sandbox") @Nullable String provider,

            @Schema(example = "4242 4242 4242 4242") @Nullable
            String method) {}

    /** @param lines left out: all that is left */
    record NewRefund(
            @Schema(example = "Cannot come") @Nullable String reason,
            @Nullable List<@Nullable RefundLine> lines) {}

    /** One ticket by its id, or so many of a type. */
    record RefundLine(
            @Nullable TicketId ticket,
            @Nullable TicketTypeId ticketType,
            @Schema(example = "1") @Nullable Integer quantity) {}

    static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
