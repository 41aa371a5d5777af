package io.marquee.guest;

import io.marquee.kernel.InvalidInput;
import io.marquee.registration.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What somebody says to an event.
 *
 * @param to what they would like to be: going, maybe, not_going or interested; waitlisted, where it is full
 * @param name empty where it is known
 * @param plusOnes how many they would bring
 * @param companions whom, as far as they say
 * @param answers to what the event asks of those who come
 */
public record Reply(
        GuestState to, String name, int plusOnes, List<String> companions, List<Answer> answers, Locale locale) {
    public static final int LONGEST_NAME = 120;
    private static final Set<GuestState> SAID = Set.of(
            GuestState.GOING, GuestState.MAYBE, GuestState.NOT_GOING, GuestState.INTERESTED, GuestState.WAITLISTED);

    public Reply {
        name = name.strip();
        companions = companions.stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** Without names of those that they bring. */
    public Reply(GuestState to, String name, int plusOnes, List<Answer> answers, Locale locale) {
        this(to, name, plusOnes, List.of(), answers, locale);
    }

    /** Whether they would come. */
    boolean comes() {
        return to == GuestState.GOING || to == GuestState.WAITLISTED;
    }

    /** How many they bring, where they come. */
    int brings() {
        return comes() ? plusOnes : 0;
    }

    /** Whom they bring, where they come. */
    List<String> brought() {
        return comes() ? companions : List.of();
    }

    /** @param nameKnown whether it may be left out */
    void check(boolean nameKnown, int mostPlusOnes) {
        InvalidInput.gather()
                .check(SAID.contains(to), "reply", "value")
                .check(nameKnown || !name.isEmpty(), "name", "required")
                .check(name.length() <= LONGEST_NAME, "name", "too_long", LONGEST_NAME)
                .check(isLine(name), "name", "value")
                .check(!comes() || plusOnes >= 0 && plusOnes <= mostPlusOnes, "plusOnes", "range", 0, mostPlusOnes)
                .check(brought().size() <= plusOnes, "companions", "more_companions", plusOnes)
                .check(
                        brought().stream().allMatch(one -> one.length() <= LONGEST_NAME && isLine(one)),
                        "companions",
                        "companion_names",
                        LONGEST_NAME)
                .orThrow();
    }

    private static boolean isLine(String words) {
        return words.codePoints().noneMatch(Character::isISOControl);
    }
}
