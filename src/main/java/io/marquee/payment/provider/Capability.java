package io.marquee.payment.provider;

/** What a provider may be able to do. */
public enum Capability {
    /** The buyer pays on a page of the provider and comes back. */
    REDIRECT,
    /** The buyer pays in a part of our page that the provider draws. */
    EMBEDDED,
    /** A method of payment is kept for the next time. */
    SAVED_METHODS,
    /** Less than all can be given back. */
    PARTIAL_REFUND,
    /** Money is reserved first and taken later. */
    AUTHORISE_AND_CAPTURE,
    /** A method is set up without a payment, and charged later while nobody is there. */
    SET_UP,
    /** Money is passed on to organizers. */
    PAYOUTS
}
