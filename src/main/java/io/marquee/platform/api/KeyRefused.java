package io.marquee.platform.api;

import io.marquee.kernel.Refusal;

/** Why nothing is done under an {@code Idempotency-Key}. */
public final class KeyRefused extends Refusal {
    private KeyRefused(String code) {
        super(Kind.CONFLICT, code);
    }

    static KeyRefused underWay() {
        return new KeyRefused("idempotency_under_way");
    }

    /** It was used for something else. */
    public static KeyRefused reused() {
        return new KeyRefused("idempotency_key_reused");
    }
}
