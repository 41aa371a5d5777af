package io.marquee.payment.provider;

import org.jspecify.annotations.Nullable;

/** The provider answered, and the answer is no: it has no such thing, gives no access to it, or does not do it. */
public class ProviderDenied extends RuntimeException {
    public ProviderDenied(String why, @Nullable Throwable cause) {
        super(why, cause);
    }

    /** The provider's short word for it, such as {@code resource_missing}. */
    public String code() {
        return "denied";
    }
}
