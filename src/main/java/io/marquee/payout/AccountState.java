package io.marquee.payout;

import io.marquee.payment.provider.AccountFact;
import io.marquee.payment.provider.AccountFact.Urgency;

/** How an organization's account stands, as its owner needs to know it. Only the provider moves it. */
public enum AccountState {
    /** The provider was asked to open it, and has not answered. */
    OPENING,
    /** Its owner has not said yet who they are. */
    INCOMPLETE,
    /** The provider looks at what it was told. */
    IN_REVIEW,
    /** It takes money, and pays it out. */
    ACTIVE,
    /** It does not take money, or does not pay it out, until something is put right. */
    RESTRICTED;

    static AccountState of(AccountFact fact) {
        boolean asks = fact.requirements().stream()
                .anyMatch(r -> r.urgency() == Urgency.OVERDUE || r.urgency() == Urgency.NOW);
        if (fact.chargesEnabled() && fact.payoutsEnabled()) {
            return ACTIVE;
        } else if (!fact.submitted()) {
            return INCOMPLETE;
        } else {
            return asks ? RESTRICTED : IN_REVIEW;
        }
    }
}
