package io.marquee.escrow;

/** How a stake is kept. The names are on the wire. */
public enum StakeMode {
    /** Paid, and given back to whoever comes. */
    CHARGED,
    /** Set aside on the buyer's card, and taken only of who does not come. */
    RESERVED,
    /** Nothing is set aside: a card is kept, and charged only of who does not come. */
    KEPT
}
