package io.marquee.guest;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which guests of an event.
 *
 * @param words of which each begins a word of the name or the address; empty for all
 * @param state null for all but those that were removed
 * @param tag empty for all
 * @param ticketType of a valid ticket; null for all
 */
public record GuestFilter(
        String words,
        @Nullable GuestState state,
        String tag,
        @Nullable UUID ticketType) {
    public static final GuestFilter ALL = new GuestFilter("", null, "", null);

    public GuestFilter {
        words = words.replace("\0", "").strip();
        tag = tag.replace("\0", "").strip();
    }

    /** Whether it leaves anybody out. */
    public boolean narrows() {
        return !equals(ALL);
    }
}
