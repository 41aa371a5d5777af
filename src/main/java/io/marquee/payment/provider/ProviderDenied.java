package io.marquee.payment.provider;

/** The provider answered, and the answer is no: it has no such thing, gives no access to it, or does not do it. */
public class ProviderDenied extends RuntimeException {
    public ProviderDenied(String why, Throwable cause) {
        super(why, cause);
    }
}
