package io.marquee.ticketing.waiting.api;

import io.marquee.kernel.EventId;
import io.marquee.seating.SeatName;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.HoldState;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.waiting.EntryId;
import io.marquee.ticketing.waiting.EntryState;
import io.marquee.ticketing.waiting.EntryView;
import io.marquee.ticketing.waiting.OfferView;
import io.marquee.ticketing.waiting.WaitingRule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the API says of waiting lists, and what it is told. */
final class WaitingAnswers {
    private WaitingAnswers() {}

    /**
     * Places held for somebody in line.
     *
     * @param seats that are offered; empty where nobody sits
     * @param token of the hold, for whoever it is offered to; null for the team
     */
    record Offer(
            HoldId hold,
            int quantity,
            HoldState state,
            Instant createdAt,
            Instant expiresAt,
            List<SeatName> seats,
            @Nullable String token) {
        static Offer of(OfferView offer, @Nullable String token) {
            return new Offer(
                    offer.hold(),
                    offer.quantity(),
                    offer.state(),
                    offer.createdAt(),
                    offer.expiresAt(),
                    offer.seats(),
                    token);
        }
    }

    /**
     * Somebody in line.
     *
     * @param open of the quantity, what was not offered yet
     * @param position 1 for whoever is next; 0 for those who wait no more
     * @param token shows the entry and leaves the line; only in the answer to joining
     */
    record Entry(
            EntryId id,
            EventId event,
            TicketTypeId ticketType,
            String name,
            String email,
            int quantity,
            int open,
            EntryState state,
            int position,
            Instant createdAt,
            List<Offer> offers,
            @Nullable String token) {
        static Entry of(
                EntryView entry,
                List<OfferView> offers,
                @Nullable String token,
                Function<OfferView, @Nullable String> tokens) {
            return new Entry(
                    entry.id(),
                    entry.event(),
                    entry.ticketType(),
                    entry.name(),
                    entry.email(),
                    entry.quantity(),
                    entry.open(),
                    entry.state(),
                    entry.position(),
                    entry.createdAt(),
                    offers.stream()
                            .map(offer -> Offer.of(offer, tokens.apply(offer)))
                            .toList(),
                    token);
        }
    }

    record NewEntry(
            @Schema(example = "Wanda Wait") @Nullable String name,
            @Schema(example = "wanda@example.org") @Nullable String email,
            @Schema(example = "2") @Nullable Integer quantity) {}

    /** @param offerMinutes how long an offer stays open, 10 to 43200 */
    record Rule(@Schema(example = "1440") @Nullable Integer offerMinutes) {
        static Rule of(WaitingRule rule) {
            return new Rule(rule.offerMinutes());
        }

        WaitingRule rule() {
            return new WaitingRule(offerMinutes == null ? 0 : offerMinutes);
        }
    }

    record Switch(@Schema(example = "true") @Nullable Boolean open) {}

    static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
