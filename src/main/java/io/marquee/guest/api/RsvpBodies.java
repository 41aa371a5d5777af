package io.marquee.guest.api;

import io.marquee.guest.GuestState;
import io.marquee.guest.GuestView;
import io.marquee.guest.Reply;
import io.marquee.guest.Rsvps;
import io.marquee.kernel.InvalidInput;
import io.marquee.registration.Answer;
import io.marquee.registration.QuestionId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is said and answered about whether somebody comes. */
final class RsvpBodies {
    private static final int MOST_ANSWERS = 200;

    private RsvpBodies() {}

    /**
     * An answer to a question of the event.
     *
     * @param ticket 1 where each person is asked; left out where all are asked together
     * @param value one, or several for several choices
     */
    record Said(
            @Nullable QuestionId question,
            @Nullable Integer ticket,
            @Nullable String value,
            @Nullable List<@Nullable String> values) {
        private Answer answer() {
            List<String> said = values == null ? value == null ? List.of() : List.of(value) : texts(values);
            return new Answer(Objects.requireNonNull(question), ticket == null ? 0 : ticket, said);
        }
    }

    /**
     * @param reply going, maybe, interested or not_going; waitlisted where the event is full
     * @param name may be left out where it is known
     * @param plusOnes how many they bring
     * @param companions whom they bring, by name, as far as they say
     * @param answers where the event asks any of those who come
     */
    record NewReply(
            @Nullable GuestState reply,
            @Schema(example = "Ada Lind") @Nullable String name,
            @Nullable Integer plusOnes,
            @Schema(example = "[\"Tom Berg\"]") @Nullable List<@Nullable String> companions,
            @Nullable List<@Nullable Said> answers) {
        Reply reply(Locale locale) {
            if (reply == null) throw InvalidInput.at("reply", "required");
            return new Reply(
                    reply,
                    name == null ? "" : name,
                    plusOnes == null ? 0 : plusOnes,
                    texts(companions),
                    given(answers),
                    locale);
        }
    }

    /** @param email whose mail confirms it */
    record NewRequest(
            @Nullable GuestState reply,
            @Nullable String name,
            @Schema(example = "ada@example.org") @Nullable String email,
            @Nullable Integer plusOnes,
            @Schema(example = "[\"Tom Berg\"]") @Nullable List<@Nullable String> companions,
            @Nullable List<@Nullable Said> answers) {
        Reply reply(Locale locale) {
            return new NewReply(reply, name, plusOnes, companions, answers).reply(locale);
        }
    }

    private static List<String> texts(@Nullable List<@Nullable String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .filter(Objects::nonNull)
                        .map(one -> (String) one)
                        .toList();
    }

    private static List<Answer> given(@Nullable List<@Nullable Said> answers) {
        if (answers == null) return List.of();
        InvalidInput.gather()
                .check(answers.size() <= MOST_ANSWERS, "answers", "too_many_items", MOST_ANSWERS)
                .check(answers.stream().allMatch(a -> a != null && a.question() != null), "answers", "required")
                .orThrow();
        return answers.stream()
                .map(answer -> Objects.requireNonNull(answer).answer())
                .toList();
    }

    /**
     * How an event takes answers, and what whoever asks has said.
     *
     * @param left places without a ticket; null where there is no limit
     */
    record RsvpResource(
            boolean open,
            int plusOnes,
            @Nullable Integer left,
            @Nullable OwnGuest mine) {
        static RsvpResource of(Rsvps.Terms terms, @Nullable GuestView mine) {
            return new RsvpResource(
                    terms.open(), terms.plusOnes(), terms.left(), mine == null ? null : OwnGuest.of(mine));
        }
    }

    /**
     * @param plusOnes how many they bring
     * @param allowance how many they may bring; null where the event's rule says it
     * @param companions whom they bring, as far as they have said
     * @param tickets how many valid ones they hold
     */
    record OwnGuest(
            UUID id,
            UUID event,
            GuestState state,
            String name,
            String email,
            int plusOnes,
            @Nullable Integer allowance,
            List<String> companions,
            int tickets,
            @Nullable Instant offerUntil) {
        static OwnGuest of(GuestView guest) {
            return new OwnGuest(
                    guest.id().value(),
                    guest.event().value(),
                    guest.state(),
                    guest.name(),
                    guest.address(),
                    guest.plusOnes(),
                    guest.allowance(),
                    guest.companions(),
                    guest.tickets(),
                    guest.offerUntil());
        }
    }

    /** @param link null where it was mailed, or is not the team's to pass on: whoever has an address gets theirs by mail alone */
    record RenewedLink(@Nullable String link) {
        /** For the guest themselves. */
        static RenewedLink own(GuestView guest, String base, String token) {
            return new RenewedLink(guest.address().isEmpty() ? base + "/rsvp/" + token : null);
        }
    }
}
