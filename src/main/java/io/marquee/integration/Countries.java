package io.marquee.integration;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Countries as people write them: names in English and German, ISO codes of two and three letters, and common short forms. */
final class Countries {
    private static final Map<String, String> CODES = codes();

    private Countries() {}

    /** @return ISO 3166-1 alpha-2, or null where the name is none we know */
    static @Nullable String code(@Nullable String typed) {
        return typed == null ? null : CODES.get(plain(typed));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            codes.put(plain(country.getDisplayCountry(Locale.ENGLISH)), code);
            codes.put(plain(country.getDisplayCountry(Locale.GERMAN)), code);
            codes.put(plain(country.getISO3Country()), code);
            codes.put(plain(code), code);
        }
        codes.putAll(Map.of(
                "usa",
                "US",
                "unitedstatesofamerica",
                "US",
                "uk",
                "GB",
                "england",
                "GB",
                "scotland",
                "GB",
                "wales",
                "GB",
                "korea",
                "KR",
                "holland",
                "NL",
                "españa",
                "ES",
                "czechrepublic",
                "CZ"));
        codes.putAll(Map.of("unitedarabemirates", "AE", "northmacedonia", "MK", "hongkong", "HK", "turkey", "TR"));
        return Map.copyOf(codes);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }
}
