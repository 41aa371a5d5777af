package io.marquee.payout;

/** Why an event's money is where it is. */
public enum ReleaseReason {
    /** Stakes may still go back. */
    STAKES_OPEN,
    /** A dispute is undecided. */
    DISPUTED,
    /** It is not available at the provider yet. */
    PENDING,
    /** Less was there than the event brought; that much was sent. */
    LACKING,
    NOTHING_EARNED,
    /** The account is empty. */
    NOTHING_THERE,
    /** The organization chose another schedule before its time came. */
    PLAN_ENDED,
    /** The provider does not do it, and says why. */
    DENIED,
    /** The bank sent it back. */
    RETURNED
}
