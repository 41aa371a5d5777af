package io.marquee.event.web;

import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.event.Offer;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How things stand with an event, in one word: for visitors what they can do comes before what state it is in. */
final class StateChips {
    private StateChips() {}

    /** @return null where there is nothing to say: published, and nothing is sold */
    static @Nullable Chip of(EventView event, List<Offer> offers, Text text, Instant now) {
        return switch (event.state()) {
            case DRAFT, CANCELLED -> Chip.of(text, event.state());
            case LIVE -> new Chip(text.get("eventpage.state.live"), Tone.LIVE);
            case ENDED, ARCHIVED -> Chip.of(text, EventState.ENDED);
            case PUBLISHED -> sale(event, offers, text, now);
        };
    }

    private static @Nullable Chip sale(EventView event, List<Offer> offers, Text text, Instant now) {
        if (event.dateUnknown()) return Chip.of(text, "postponed");
        if (!event.details().ticketing()) return null;
        if (!event.registrationOpen(now)) return new Chip(text.get("eventpage.state.closed"), Tone.PLAIN);
        if (offers.isEmpty()) return null;
        if (offers.stream().anyMatch(offer -> offer.available(now))) return Chip.of(text, "on_sale");
        if (offers.stream().allMatch(offer -> offer.left() == 0)) return Chip.of(text, "sold_out");
        boolean later = offers.stream()
                .anyMatch(offer -> offer.left() > 0 && offer.from() != null && now.isBefore(offer.from()));
        return Chip.of(text, later ? "scheduled" : "sale_ended");
    }
}
