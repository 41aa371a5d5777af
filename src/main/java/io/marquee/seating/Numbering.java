package io.marquee.seating;

import java.util.List;
import java.util.stream.IntStream;

/** How rows and seats are called. */
public enum Numbering {
    /** 1, 2, 3 from the left. */
    NUMBERS,
    /** 1, 2, 3 from the right. */
    NUMBERS_FROM_RIGHT,
    /** A, B, … Z, AA. */
    LETTERS,
    /** Letters without I and O, which look like digits. */
    CLEAR_LETTERS,
    /** Odd ones left and even ones right of the middle: 5 3 1 2 4 6. */
    ODD_EVEN;

    private static final String ALL = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String CLEAR = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    /** Names for so many, the first called by {@code first}: 1 is the scheme's own beginning. */
    List<String> names(int count, int first) {
        return switch (this) {
            case NUMBERS -> numbers(count, first);
            case NUMBERS_FROM_RIGHT -> numbers(count, first).reversed();
            case LETTERS -> letters(ALL, count, first);
            case CLEAR_LETTERS -> letters(CLEAR, count, first);
            case ODD_EVEN -> oddEven(count);
        };
    }

    private static List<String> numbers(int count, int first) {
        return IntStream.range(first, first + count).mapToObj(String::valueOf).toList();
    }

    private static List<String> letters(String alphabet, int count, int first) {
        return IntStream.range(first, first + count)
                .mapToObj(n -> letters(alphabet, n))
                .toList();
    }

    private static String letters(String alphabet, int number) {
        StringBuilder name = new StringBuilder();
        for (int n = number; n > 0; n = (n - 1) / alphabet.length()) {
            name.insert(0, alphabet.charAt((n - 1) % alphabet.length()));
        }
        return name.toString();
    }

    private static List<String> oddEven(int count) {
        int odd = (count + 1) / 2;
        return IntStream.range(0, count)
                .mapToObj(i -> String.valueOf(i < odd ? 2 * (odd - i) - 1 : 2 * (i - odd + 1)))
                .toList();
    }
}
