package io.marquee.kernel;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * Codes for people to read out and type: the 31 digits and letters that don't look alike (no 0 O 1 I L), the last of
 * them a check character, shown in groups of four. A single wrong or swapped character is noticed (the check is a
 * weighted sum modulo the prime 31).
 */
public final class ShortCode {
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private ShortCode() {}

    /** @param length of the code in characters, check character included */
    public static String next(int length) {
        StringBuilder code = new StringBuilder(length);
        for (int i = 1; i < length; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.append(check(code)).toString();
    }

    /** As typed: any case, with or without spaces and dashes. The answer may still be {@linkplain #isValid wrong}. */
    public static String normalise(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    public static boolean isValid(String code) {
        int last = code.length() - 1;
        return last > 0
                && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && check(code.substring(0, last)) == code.charAt(last);
    }

    /** {@code K7QF2M9P} as {@code K7QF-2M9P}. */
    public static String grouped(String code) {
        return code.replaceAll("(.{4})(?=.)", "$1-");
    }

    private static char check(CharSequence body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (i + 1) * ALPHABET.indexOf(body.charAt(i));
        }
        return ALPHABET.charAt(sum % ALPHABET.length());
    }
}
