package io.marquee.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Names as they stand in an address: lower-case ASCII letters and digits in groups joined by dashes. */
public final class Slugs {
    private static final int LONGEST = 60;

    /** Latin letters that are one with their stroke or with their neighbour: Unicode takes none of them apart. */
    private static final Map<String, String> WHOLE = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("œ", "oe"),
            Map.entry("ø", "o"),
            Map.entry("ł", "l"),
            Map.entry("đ", "d"),
            Map.entry("ð", "d"),
            Map.entry("þ", "th"),
            Map.entry("ħ", "h"),
            Map.entry("ŧ", "t"),
            Map.entry("ŋ", "n"),
            Map.entry("ı", "i"));

    private Slugs() {}

    /** @return at most 60 characters; {@code fallback} when the name has no letter or digit that ASCII can show */
    public static String of(String name, String fallback) {
        String ascii = spelled(Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-");
        String cut = ascii.length() > LONGEST ? ascii.substring(0, LONGEST) : ascii;
        String slug = cut.replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? fallback : slug;
    }

    private static String spelled(String lower) {
        String spelled = lower;
        for (Map.Entry<String, String> letter : WHOLE.entrySet())
            spelled = spelled.replace(letter.getKey(), letter.getValue());
        return spelled;
    }
}
