package io.marquee.ticketing.web;

import io.marquee.event.EventView;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import io.marquee.ticketing.TicketTypeView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket type in the team's list.
 *
 * @param window when it is on sale; null: as long as registration is open
 * @param shareLink of a hidden type
 */
public record TicketTypeLine(
        TicketTypeView type,
        String price,
        Chip state,
        @Nullable String window,
        @Nullable String shareLink,
        boolean first,
        boolean last) {

    static TicketTypeLine of(
            TicketTypeView type, EventView event, String eventUrl, int index, int count, Instant now, Text text) {
        return new TicketTypeLine(
                type,
                type.price().isZero() ? text.get("ticketing.free") : text.money(type.price()),
                state(type, now, text),
                window(type, event, text),
                type.hidden() && !type.archived() ? eventUrl + "?unlock=" + type.unlockKey() : null,
                index == 0,
                index == count - 1);
    }

    private static Chip state(TicketTypeView type, Instant now, Text text) {
        if (type.archived()) return new Chip(text.get("ticketing.state.archived"), Tone.PLAIN);
        if (type.left() == 0) return new Chip(text.get("ticketing.state.sold_out"), Tone.BAD);
        if (type.saleStartsAt() != null && now.isBefore(type.saleStartsAt())) {
            return new Chip(text.get("ticketing.state.not_yet"), Tone.INFO);
        }
        return type.inSaleWindow(now)
                ? new Chip(text.get("ticketing.state.on_sale"), Tone.GOOD)
                : new Chip(text.get("ticketing.state.over"), Tone.PLAIN);
    }

    private static @Nullable String window(TicketTypeView type, EventView event, Text text) {
        var zone = event.details().timeZone();
        Instant from = type.saleStartsAt();
        Instant until = type.saleEndsAt();
        if (from != null && until != null) {
            return text.get("ticketing.window.both", text.dateTime(from, zone), text.dateTime(until, zone));
        } else if (from != null) {
            return text.get("ticketing.window.from", text.dateTime(from, zone));
        }
        return until == null ? null : text.get("ticketing.window.until", text.dateTime(until, zone));
    }
}
