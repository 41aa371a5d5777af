package io.marquee.payout;

import io.marquee.kernel.Refusal;

/** Why something was not done with an organization's account. */
public abstract sealed class PayoutRefused extends Refusal {
    private PayoutRefused(Kind kind, String code, Object... arguments) {
        super(kind, code, arguments);
    }

    /** Somebody else opened the organization's account at the same moment, in another country. */
    public static final class OpenedMeanwhile extends PayoutRefused {
        public OpenedMeanwhile() {
            super(Kind.CONFLICT, "payout_account_opened");
        }
    }

    /** The provider answered, and does not do it. */
    public static final class Denied extends PayoutRefused {
        /** @param why the provider's words */
        public Denied(String why) {
            super(Kind.CONFLICT, "payout_denied", why);
        }
    }
}
