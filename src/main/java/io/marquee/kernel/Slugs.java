package io.marquee.kernel;

import java.text.Normalizer;
import java.util.Locale;

/** Names as they stand in an address: lower-case ASCII letters and digits in groups joined by dashes. */
public final class Slugs {
    private static final int LONGEST = 60;

    private Slugs() {}

    /** @return at most 60 characters; {@code fallback} when the name has no letter or digit that ASCII can show */
    public static String of(String name, String fallback) {
        String ascii = Normalizer.normalize(
                        name.replace("ß", "ss").replace("ø", "o").replace("Ø", "O"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String cut = ascii.length() > LONGEST ? ascii.substring(0, LONGEST) : ascii;
        String slug = cut.replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? fallback : slug;
    }
}
