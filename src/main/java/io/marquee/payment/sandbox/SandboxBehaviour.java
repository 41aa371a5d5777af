package io.marquee.payment.sandbox;

/**
 * How the sandbox behaves, as the administrator set it.
 *
 * @param lateSeconds how late webhooks come, where they come late
 * @param settleSeconds how long a slow card takes
 * @param disputeSeconds how soon a disputed card is disputed
 */
record SandboxBehaviour(Delivery delivery, int lateSeconds, int settleSeconds, int disputeSeconds) {
    static final int LONGEST = 3600;

    /** What becomes of webhooks. */
    enum Delivery {
        NOW,
        LATE,
        TWICE,
        NEVER
    }
}
