package io.marquee.platform.web;

import io.marquee.kernel.NotFound;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that pages speak. */
public final class Languages {
    /** In the order in which the footer offers them; the first is the fallback. */
    public static final List<Locale> ALL =
            List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("es"), Locale.of("pt"));

    private Languages() {}

    /** The offered language nearest to what is asked for: German for de-AT, English for what is not offered. */
    public static Locale nearest(@Nullable Locale wanted) {
        return ALL.stream()
                .filter(offered -> wanted != null && offered.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(ALL.getFirst());
    }

    /** One of those offered, by its code: "de". @throws NotFound */
    public static Locale offered(String code) {
        return ALL.stream()
                .filter(one -> one.getLanguage().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("language"));
    }

    /** The first language among those that a browser asks for, in its order, which is offered. */
    static Locale firstOf(Enumeration<Locale> wanted) {
        return Collections.list(wanted).stream()
                .filter(locale -> nearest(locale).getLanguage().equals(locale.getLanguage()))
                .map(Languages::nearest)
                .findFirst()
                .orElse(ALL.getFirst());
    }

    /** The locale by which dates, numbers and money are written: English ones the British way, day first, 24 hours. */
    static Locale formats(Locale language) {
        return switch (language.getLanguage()) {
            case "de" -> Locale.GERMANY;
            case "fr" -> Locale.FRANCE;
            case "es" -> Locale.of("es", "ES");
            case "pt" -> Locale.of("pt", "PT");
            default -> Locale.UK;
        };
    }

    /** Its own name for itself: "Deutsch". */
    public static String name(Locale language) {
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    /** The footer's link that changes the language and comes back. */
    public static String switchTo(Locale language, String back) {
        return "/language?to=" + language.getLanguage() + "&back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }
}
