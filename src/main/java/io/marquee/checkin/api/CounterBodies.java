package io.marquee.checkin.api;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.ordering.BoxOffice;
import io.marquee.ordering.CounterSale;
import io.marquee.ordering.Ordering;
import io.marquee.platform.web.Text;
import io.marquee.registration.Answer;
import io.marquee.registration.QuestionId;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.Wanted;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a gate sends to sell. */
final class CounterBodies {
    private CounterBodies() {}

    /** @param price of one, where the buyer chooses it */
    record Item(
            @Nullable TicketTypeId ticketType,
            @Schema(example = "2") @Nullable Integer quantity,
            @Nullable Money price) {}

    record Cart(
            @Nullable List<@Nullable Item> items,
            @Schema(example = "EARLY10") @Nullable String code) {
        Basket basket() {
            List<Item> wanted = items == null
                    ? List.of()
                    : items.stream().filter(Objects::nonNull).toList();
            boolean whole = !wanted.isEmpty()
                    && wanted.stream().allMatch(item -> item.ticketType() != null && item.quantity() != null);
            InvalidInput.gather().check(whole, "items", "required").orThrow();
            return new Basket(
                    wanted.stream()
                            .map(item -> new Wanted(
                                    Objects.requireNonNull(item.ticketType()),
                                    Objects.requireNonNull(item.quantity()),
                                    item.price(),
                                    List.of()))
                            .toList(),
                    code,
                    null);
        }
    }

    /** @param ticket 1.. in the order of the items; left out where the order as a whole is asked */
    record Said(
            @Nullable QuestionId question,
            @Schema(example = "1") @Nullable Integer ticket,
            @Schema(example = "[\"No meat\"]") @Nullable List<@Nullable String> value) {
        Answer answer() {
            List<String> words = value == null
                    ? List.of()
                    : value.stream().filter(Objects::nonNull).toList();
            return new Answer(Objects.requireNonNull(question), ticket == null ? 0 : ticket, words);
        }
    }

    /** @param name blank for the buyer's */
    record Coming(@Schema(example = "Ida Berg") @Nullable String name) {}

    /**
     * @param name of the buyer; left out where nobody says one
     * @param attendees left out: all tickets are in the buyer's name; else one for each, in the order of the items
     * @param email left out: then nothing is mailed
     * @param given left out: exactly the price
     * @param note such as the number on the card reader's slip
     */
    record NewSale(
            @Nullable List<@Nullable Item> items,
            @Schema(example = "EARLY10") @Nullable String code,
            @Schema(example = "Ada Lind") @Nullable String name,
            @Schema(example = "ada@example.org") @Nullable String email,
            @Schema(example = "cash") CounterSale.@Nullable Method method,
            @Nullable Money given,
            @Schema(example = "Slip 0042") @Nullable String note,
            @Nullable List<@Nullable Coming> attendees,
            @Nullable List<@Nullable Said> answers) {

        Cart cart() {
            return new Cart(items, code);
        }

        BoxOffice.Sale sale(Text text, @Nullable String device) {
            List<Said> said = answers == null
                    ? List.of()
                    : answers.stream().filter(Objects::nonNull).toList();
            InvalidInput.gather()
                    .check(said.stream().allMatch(one -> one.question() != null), "answers", "required")
                    .orThrow();
            return new BoxOffice.Sale(
                    name == null || name.isBlank() ? text.get("ordering.counter.nobody") : name,
                    Objects.requireNonNullElse(email, ""),
                    coming(),
                    said.stream().map(Said::answer).toList(),
                    Objects.requireNonNullElse(method, CounterSale.Method.CASH),
                    given,
                    Objects.requireNonNullElse(note, ""),
                    text.locale(),
                    device);
        }

        private List<Ordering.Attendee> coming() {
            if (attendees == null) return List.of();
            return attendees.stream()
                    .map(one -> one == null || one.name() == null ? "" : one.name())
                    .map(said -> new Ordering.Attendee(said, ""))
                    .toList();
        }
    }
}
