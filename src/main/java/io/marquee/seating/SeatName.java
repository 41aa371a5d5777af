package io.marquee.seating;

import io.marquee.platform.web.Text;
import java.util.UUID;

/** A seat as it is called on a ticket. */
public record SeatName(UUID id, String section, String row, String seat) {

    /** "Stalls, row C, seat 12" in the reader's language. */
    public String words(Text text) {
        return text.get("seating.seat", section, row, seat);
    }
}
