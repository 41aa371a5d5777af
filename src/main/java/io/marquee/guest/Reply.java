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
 * @param answers to what the event asks of those who come
 */
public record Reply(GuestState to, String name, int plusOnes, List<Answer> answers, Locale locale) {
    public static final int LONGEST_NAME = 120;
    private static final Set<GuestState> SAID = Set.of(
            GuestState.GOING, GuestState.MAYBE, GuestState.NOT_GOING, GuestState.INTERESTED, GuestState.WAITLISTED);

    public Reply {
        name = name.strip();
    }

    /** Whether they would come. */
    boolean comes() {
        return to == GuestState.GOING || to == GuestState.WAITLISTED;
    }

    /** How many they bring, where they come. */
    int brings() {
        return comes() ? plusOnes : 0;
    }

    /** @param nameKnown whether it may be left out */
    void check(boolean nameKnown, int mostPlusOnes) {
        InvalidInput.gather()
                .check(SAID.contains(to), "reply", "value")
                .check(nameKnown || !name.isEmpty(), "name", "required")
                .check(name.length() <= LONGEST_NAME, "name", "too_long", LONGEST_NAME)
                .check(name.codePoints().noneMatch(Character::isISOControl), "name", "value")
                .check(!comes() || plusOnes >= 0 && plusOnes <= mostPlusOnes, "plusOnes", "range", 0, mostPlusOnes)
                .orThrow();
    }
}
