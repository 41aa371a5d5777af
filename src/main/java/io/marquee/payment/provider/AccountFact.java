package io.marquee.payment.provider;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an organizer's account stands, in the provider's books.
 *
 * @param country ISO 3166; null while it does not say
 * @param submitted whether its owner has been through the first questions
 * @param requirements what is missing or being looked at
 * @param deadline past it what is missing now stops charges or payouts; null where there is none
 * @param disabledReason the provider's word for why charges or payouts are off; null where they are on
 * @param schedule when what is available goes to the bank; null where the provider does not say
 */
public record AccountFact(
        String ref,
        @Nullable String country,
        @Nullable Currency currency,
        boolean submitted,
        boolean chargesEnabled,
        boolean payoutsEnabled,
        List<Requirement> requirements,
        @Nullable Instant deadline,
        @Nullable String disabledReason,
        @Nullable PayoutSchedule schedule) {

    /**
     * Something that the provider wants to know.
     *
     * @param code the provider's word
     * @param problem the provider's words for what was wrong with what it was given, in English; null where nothing was
     */
    public record Requirement(
            String code,
            Topic topic,
            Urgency urgency,
            @Nullable String problem) {}

    /** What a requirement is about, as a person would say it. */
    public enum Topic {
        BANK_ACCOUNT,
        TERMS,
        BUSINESS,
        PERSON,
        DOCUMENT,
        TAX,
        OWNERS,
        OTHER
    }

    public enum Urgency {
        /** Too late already: it is why something is off. */
        OVERDUE,
        /** By the deadline. */
        NOW,
        /** Once the account has grown. */
        LATER,
        /** The provider looks at what it was given. */
        IN_REVIEW
    }
}
