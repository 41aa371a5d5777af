package io.marquee.ledger;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one cause changes in an organization's books. {@link Postings} has one for each fact about money.
 *
 * @param lines balanced in each currency; none for what moved nothing
 */
public record Posting(About about, Cause cause, List<Line> lines) {

    /**
     * Whose books, and what for.
     *
     * @param event null where it is about the organization as a whole
     * @param provider of payments, such as {@code sandbox}; null where none moved the money
     * @param at when it happened
     */
    public record About(
            OrganizationId organization,
            @Nullable EventId event,
            @Nullable UUID order,
            @Nullable String provider,
            Instant at) {}

    /**
     * @param item the ticket type that it is about; null where it is about none
     * @param amount a debit above zero, a credit below
     */
    public record Line(Account account, @Nullable UUID item, Money amount) {}

    /** @throws IllegalArgumentException where it does not balance */
    public Posting {
        lines = lines.stream().filter(line -> !line.amount().isZero()).toList();
        Map<Object, Long> sums = new HashMap<>();
        lines.forEach(line -> sums.merge(line.amount().currency(), line.amount().amount(), Math::addExact));
        if (sums.values().stream().anyMatch(sum -> sum != 0)) {
            throw new IllegalArgumentException(cause + " does not balance: " + lines);
        }
    }

    static Sides of(About about, Cause.Kind kind, UUID cause) {
        return new Sides(about, new Cause(kind, cause));
    }

    /** Gathers debits and credits: what concerns one account and item becomes one line. */
    static final class Sides {
        private final About about;
        private final Cause cause;
        private final Map<Side, Money> sums = new LinkedHashMap<>();

        private record Side(Account account, @Nullable UUID item, Currency currency) {}

        private Sides(About about, Cause cause) {
            this.about = about;
            this.cause = cause;
        }

        Sides debit(Account account, Money amount) {
            return debit(account, null, amount);
        }

        Sides credit(Account account, Money amount) {
            return credit(account, null, amount);
        }

        Sides debit(Account account, @Nullable UUID item, Money amount) {
            sums.merge(new Side(account, item, amount.currency()), amount, Money::plus);
            return this;
        }

        Sides credit(Account account, @Nullable UUID item, Money amount) {
            return debit(account, item, Money.zero(amount.currency()).minus(amount));
        }

        Posting done() {
            return new Posting(
                    about,
                    cause,
                    sums.entrySet().stream()
                            .map(sum -> new Line(
                                    sum.getKey().account(), sum.getKey().item(), sum.getValue()))
                            .toList());
        }
    }
}
