package io.marquee.ordering;

import io.marquee.kernel.Transitions;

/** What becomes of money that was not taken when an order was bought. The names are on the wire. */
public enum ReservationState {
    /** Set aside on the buyer's card; nothing was taken. */
    HELD,
    /** A method of payment is kept, and nothing set aside. */
    KEPT,
    /** It was decided what is taken: the kept method is charged for it, or the buyer pays it in another way. */
    OWED,
    /** It was decided to take what is left of it; the provider is asked. */
    TAKING,
    /** Taken, all or a part: from here on the order is one that was paid. */
    TAKEN,
    /** Nothing of it is wanted: the provider is told, or knows. */
    LET_GO,
    /** The bank let go of it before it was taken. */
    LAPSED;

    public static final Transitions<ReservationState> MOVES = Transitions.of(ReservationState.class)
            .allow(HELD, TAKING, TAKEN, LET_GO, LAPSED)
            .allow(KEPT, OWED, LET_GO, LAPSED)
            .allow(OWED, TAKEN, LET_GO, LAPSED)
            .allow(TAKING, TAKEN, LAPSED)
            .allow(LET_GO, TAKEN);
}
