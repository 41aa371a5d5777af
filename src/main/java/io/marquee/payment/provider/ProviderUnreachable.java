package io.marquee.payment.provider;

import org.jspecify.annotations.Nullable;

/** No answer came: what was asked may have happened or not. */
public final class ProviderUnreachable extends RuntimeException {
    public ProviderUnreachable(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
