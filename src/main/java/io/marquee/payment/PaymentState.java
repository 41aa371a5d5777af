package io.marquee.payment;

import io.marquee.kernel.Transitions;

/** One attempt to pay. */
public enum PaymentState {
    CREATED,
    REQUIRES_ACTION,
    PROCESSING,
    AUTHORISED,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    public static final Transitions<PaymentState> MOVES = Transitions.of(PaymentState.class)
            .allow(CREATED, REQUIRES_ACTION, PROCESSING, AUTHORISED, SUCCEEDED, FAILED, CANCELLED)
            .allow(REQUIRES_ACTION, PROCESSING, AUTHORISED, SUCCEEDED, FAILED, CANCELLED)
            .allow(PROCESSING, AUTHORISED, SUCCEEDED, FAILED)
            .allow(AUTHORISED, SUCCEEDED, CANCELLED);

    /** Whether the buyer, or whoever looks at their order, still has to wait for it. What is reserved has bought already. */
    public boolean awaited() {
        return undecided() && this != AUTHORISED;
    }

    /** Whether the provider has not said yet how it ends. */
    public boolean undecided() {
        return this == CREATED || this == REQUIRES_ACTION || this == PROCESSING || this == AUTHORISED;
    }
}
