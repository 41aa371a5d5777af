package io.marquee.guest;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** The words that a guest is found by, as people type them: without case, accents and signs. */
final class Terms {
    private static final int LONGEST = 60;
    private static final int MOST = 40;
    private static final int LONGEST_SORT = 120;

    private Terms() {}

    static String[] of(String name, String email, Collection<String> tags, Collection<UUID> ticketTypes) {
        Set<String> terms = new LinkedHashSet<>();
        words(name).forEach(terms::add);
        terms.add(cut(email));
        words(email).forEach(terms::add);
        tags.forEach(tag -> terms.add(tag(tag)));
        ticketTypes.forEach(type -> terms.add(type(type)));
        return terms.stream().limit(MOST).toArray(String[]::new);
    }

    static String tag(String tag) {
        return "#" + tag;
    }

    static String type(UUID type) {
        return "=" + type;
    }

    /** What somebody typed into the search field: each must begin a term. An address stays whole. */
    static List<String> searched(String typed) {
        String plain = plain(typed).strip();
        return plain.matches("\\S+@\\S+")
                ? List.of(cut(plain))
                : words(typed).stream().distinct().limit(6).toList();
    }

    /** The least text that no text with this beginning reaches, by bytes. */
    static String after(String prefix) {
        return prefix + "\uFFFF";
    }

    static String sort(String name, String email) {
        String by = String.join(" ", words(name));
        return by.isEmpty() ? email : by.substring(0, Math.min(by.length(), LONGEST_SORT));
    }

    private static List<String> words(String text) {
        return Arrays.stream(plain(text).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(Terms::cut)
                .toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ł", "l")
                .replace("đ", "d");
    }

    private static String cut(String word) {
        return word.substring(0, Math.min(word.length(), LONGEST));
    }
}
