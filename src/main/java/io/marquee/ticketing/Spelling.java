package io.marquee.ticketing;

import io.marquee.kernel.InvalidInput;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Tells a correction from another person: names that are as good as the same, or the same with more to it ("Ada" becomes "Ada
 * Lind"), and addresses with a slip of the finger. It can't tell Ann from Ane; it makes selling a ticket on by renaming it a matter of
 * luck.
 */
final class Spelling {
    private static final int SLIPS = 2;
    private static final int LETTERS_A_SLIP = 4;

    private Spelling() {}

    /** @throws InvalidInput at {@code name} or {@code email} */
    static void check(Handover.Holder first, Handover.Holder to) {
        InvalidInput.gather()
                .check(isCorrected(first.name(), to.name()), "name", "spelling_only")
                .check(slips(first.email(), to.email()) <= SLIPS, "email", "spelling_only")
                .orThrow();
    }

    private static boolean isCorrected(String from, String to) {
        List<String> before = words(from);
        List<String> after = words(to);
        String plain = String.join(" ", before);
        int allowed = Math.max(1, plain.length() / LETTERS_A_SLIP);
        return new HashSet<>(after).containsAll(before) || slips(plain, String.join(" ", after)) <= allowed;
    }

    /** In any order, without accents, case and signs. */
    private static List<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return Arrays.stream(plain.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .sorted()
                .collect(Collectors.toList());
    }

    /** The least number of letters to add, leave out or change, to swap neighbours counting once (optimal string alignment). */
    static int slips(String from, String to) {
        int[][] least = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    least[i][j] = i + j;
                } else {
                    int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                    int best = Math.min(least[i - 1][j - 1] + same, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
                    boolean swapped = i > 1
                            && j > 1
                            && from.charAt(i - 1) == to.charAt(j - 2)
                            && from.charAt(i - 2) == to.charAt(j - 1);
                    least[i][j] = swapped ? Math.min(best, least[i - 2][j - 2] + 1) : best;
                }
            }
        }
        return least[from.length()][to.length()];
    }
}
