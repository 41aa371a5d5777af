package io.marquee.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * An event as lists show it, for {@code ui/event-card.jte} and {@code ui/event-row.jte}. All words are resolved already.
 *
 * @param cover address of the picture; without one the title and the hue make a cover
 * @param when "Thu 18 Jun 2027, 19:30"
 * @param where "Pier 14, Lisbon"
 * @param price "from €24.00", "Free"; null where nothing is sold
 */
public record EventCard(
        String path,
        String title,
        int hue,
        @Nullable String cover,
        String when,
        @Nullable String where,
        @Nullable String host,
        @Nullable String price,
        @Nullable Chip chip) {
    public String hueClass() {
        return Hue.cssClass(hue);
    }

    /** The same, but it leads elsewhere and says more of its time: one of a series that stands for all of it. */
    public EventCard led(String path, String also) {
        return new EventCard(path, title, hue, cover, when + " · " + also, where, host, price, chip);
    }
}
