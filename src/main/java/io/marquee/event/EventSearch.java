package io.marquee.event;

import io.marquee.kernel.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for among the public events; what is null does not matter.
 *
 * @param city in any case, with or without accents
 * @param online true: only what one can join from anywhere
 * @param tag in any case
 * @param words all of them must occur, each as the beginning of a word
 */
public record EventSearch(
        Period period,
        @Nullable String city,
        boolean online,
        @Nullable Category category,
        @Nullable EventType type,
        @Nullable String tag,
        @Nullable String words,
        @Nullable OrganizationId organization) {
    private static final int LONGEST = 200;

    public EventSearch {
        city = clean(city);
        tag = clean(tag);
        words = clean(words);
    }

    public static EventSearch of(Period period) {
        return new EventSearch(period, null, false, null, null, null, null, null);
    }

    public EventSearch by(OrganizationId host) {
        return new EventSearch(period, city, online, category, type, tag, words, host);
    }

    private static @Nullable String clean(@Nullable String typed) {
        if (typed == null) return null;
        String text = typed.replaceAll("\\p{Cntrl}", " ").strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST));
    }
}
