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
 * @param seriesOnce whether of a series only its next event is found, or its last one among the past
 */
public record EventSearch(
        Period period,
        @Nullable String city,
        boolean online,
        @Nullable Category category,
        @Nullable EventType type,
        @Nullable String tag,
        @Nullable String words,
        @Nullable OrganizationId organization,
        boolean seriesOnce) {
    private static final int LONGEST = 200;

    public EventSearch {
        city = clean(city);
        tag = clean(tag);
        words = clean(words);
    }

    public EventSearch(
            Period period,
            @Nullable String city,
            boolean online,
            @Nullable Category category,
            @Nullable EventType type,
            @Nullable String tag,
            @Nullable String words,
            @Nullable OrganizationId organization) {
        this(period, city, online, category, type, tag, words, organization, false);
    }

    public static EventSearch of(Period period) {
        return new EventSearch(period, null, false, null, null, null, null, null);
    }

    public EventSearch by(OrganizationId host) {
        return new EventSearch(period, city, online, category, type, tag, words, host, seriesOnce);
    }

    /** With each series once. */
    public EventSearch once() {
        return new EventSearch(period, city, online, category, type, tag, words, organization, true);
    }

    private static @Nullable String clean(@Nullable String typed) {
        if (typed == null) return null;
        String text = typed.replaceAll("\\p{Cntrl}", " ").strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST));
    }
}
