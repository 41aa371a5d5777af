package io.marquee.ordering.api;

import io.marquee.identity.PersonView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.ordering.BillingDetails;
import io.marquee.ordering.Ordering;
import io.marquee.payment.Payments;
import io.marquee.registration.Answer;
import io.marquee.registration.QuestionId;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketTypeId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What programs send about orders. */
final class OrderBodies {
    private static final int MOST_ANSWERS = 2_000;

    private OrderBodies() {}

    record Person(
            @Schema(example = "Ada Lind") @Nullable String name,
            @Schema(example = "ada@example.org") @Nullable String email) {}

    /**
     * An answer to a question of the event.
     *
     * @param ticket 1.. in the order of the hold's items; left out where the order as a whole is asked
     * @param value a text; several in a list for several choices; true or false; a number; a date as 2031-06-18
     */
    record GivenAnswer(
            @Nullable QuestionId question,
            @Schema(example = "1") @Nullable Integer ticket,

            @Schema(
                    types = {"string", "array", "boolean", "number"},
                    example = "No meat")
            @Nullable
            Object value) {

        static List<Answer> all(@Nullable List<@Nullable GivenAnswer> answers) {
            if (answers == null) return List.of();
            InvalidInput.gather()
                    .check(answers.size() <= MOST_ANSWERS, "answers", "too_many_items", MOST_ANSWERS)
                    .check(answers.stream().allMatch(a -> a != null && a.question() != null), "answers", "required")
                    .orThrow();
            return answers.stream()
                    .filter(Objects::nonNull)
                    .map(GivenAnswer::answer)
                    .toList();
        }

        private Answer answer() {
            return new Answer(Objects.requireNonNull(question), ticket == null ? 0 : ticket, said());
        }

        private List<String> said() {
            return switch (value) {
                case null -> List.of();
                case Boolean yes -> List.of(yes ? "yes" : "no");
                case Collection<?> several ->
                    several.stream().map(String::valueOf).toList();
                default -> List.of(value.toString());
            };
        }
    }

    record NewAnswers(@Nullable List<@Nullable GivenAnswer> answers) {}

    /**
     * @param attendees left out: all tickets are in the buyer's name; else one for each ticket, blank for the buyer's
     * @param answers to the questions of the event, where it asks any
     * @param billing whom an invoice is for, where that is more than the buyer's name
     */
    record NewOrder(
            @Nullable HoldId hold,
            @Nullable Person buyer,
            @Nullable List<@Nullable Person> attendees,
            @Nullable List<@Nullable GivenAnswer> answers,
            @Nullable BillingDetails billing) {

        Ordering.Placing placing(Locale locale) {
            InvalidInput.gather()
                    .check(hold != null, "hold", "required")
                    .check(buyer != null, "buyer", "required")
                    .orThrow();
            if (hold == null || buyer == null) throw new IllegalStateException("checked above");
            return new Ordering.Placing(
                    hold,
                    said(buyer.name()),
                    said(buyer.email()),
                    OrderBodies.attendees(attendees),
                    GivenAnswer.all(answers),
                    locale,
                    billing);
        }
    }

    /**
     * @param method what the provider takes, such as a test card's number or the id of a kept method; left out where the
     *     buyer chooses one in what the provider shows
     * @param presentation {@code redirect} to the provider's page, as when left out, or {@code embedded} in a page or app
     * @param keepMethod whether to keep the method for the next time; for people who are signed in
     */
    record NewPayment(
            @Schema(example = "sandbox") @Nullable String provider,

            @Schema(example = "4242 4242 4242 4242") @Nullable
            String method,

            @Schema(
                    example = "redirect",
                    allowableValues = {"redirect", "embedded"})
            @Nullable
            String presentation,

            @Nullable Boolean keepMethod) {

        /** @throws InvalidInput */
        Payments.Way way(@Nullable PersonView buyer) {
            if (provider == null) throw InvalidInput.at("provider", "required");
            boolean embedded = "embedded".equals(presentation);
            if (presentation != null && !embedded && !presentation.equals("redirect")) {
                throw InvalidInput.at("presentation", "value");
            }
            boolean keep = Boolean.TRUE.equals(keepMethod) && buyer != null;
            return new Payments.Way(provider, method, embedded, buyer, keep, false);
        }
    }

    /**
     * @param lines left out: all that is left; or no ticket, where there is an amount
     * @param amount left out: what the tickets cost
     * @param returnStock whether the places go back on sale; they do unless false
     * @param handedOut of a sale at the box office: whether the team hands it out at once, or it waits there for its buyer; at
     *     once unless false
     */
    record NewRefund(
            @Schema(example = "Cannot come") @Nullable String reason,
            @Nullable List<@Nullable RefundLine> lines,
            @Nullable Money amount,
            @Nullable Boolean returnStock,
            @Nullable Boolean handedOut) {}

    /**
     * @param note to the buyer
     * @param returnStock of an approval: whether the places go back on sale; they do unless false
     */
    record RefundAnswer(
            @Schema(example = "Get well soon") @Nullable String note,
            @Nullable Boolean returnStock) {}

    /** One ticket by its id, or so many of a type. */
    record RefundLine(
            @Nullable TicketId ticket,
            @Nullable TicketTypeId ticketType,
            @Schema(example = "1") @Nullable Integer quantity) {}

    static List<Ordering.Attendee> attendees(@Nullable List<@Nullable Person> people) {
        return people == null
                ? List.of()
                : people.stream()
                        .map(person -> person == null
                                ? new Ordering.Attendee("", "")
                                : new Ordering.Attendee(said(person.name()), said(person.email())))
                        .toList();
    }

    static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
