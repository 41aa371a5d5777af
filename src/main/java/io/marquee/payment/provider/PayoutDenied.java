package io.marquee.payment.provider;

/** The provider answered, and does not do it. */
public final class PayoutDenied extends RuntimeException {
    /** @param why the provider's words, for people */
    public PayoutDenied(String why) {
        super(why);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
