package io.marquee.payout.api;

import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.payment.provider.AccountFact;
import io.marquee.payout.PayoutAccountView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organization's account at a provider.
 *
 * @param account the provider's id; null until it has opened it
 * @param state opening, incomplete, in_review, active or restricted
 * @param deadline past it what is missing stops payments or payouts
 */
record PayoutAccount(
        OrganizationId organization,
        String provider,
        String country,
        @Nullable String account,
        String state,
        boolean chargesEnabled,
        boolean payoutsEnabled,
        List<Requirement> requirements,
        @Nullable Instant deadline,
        @Nullable String disabledReason,
        @Nullable Instant checkedAt) {

    /** @param urgency overdue, now, later or in_review; @param problem the provider's words */
    record Requirement(
            String code,
            String topic,
            String urgency,
            @Nullable String problem) {}

    static PayoutAccount of(PayoutAccountView view) {
        AccountFact fact = view.fact();
        return new PayoutAccount(
                view.organization(),
                view.provider(),
                view.country(),
                view.account(),
                Wire.name(view.state()),
                view.chargesEnabled(),
                view.payoutsEnabled(),
                fact == null
                        ? List.of()
                        : fact.requirements().stream()
                                .map(r -> new Requirement(
                                        r.code(), Wire.name(r.topic()), Wire.name(r.urgency()), r.problem()))
                                .toList(),
                fact == null ? null : fact.deadline(),
                fact == null ? null : fact.disabledReason(),
                view.checkedAt());
    }
}
