package io.marquee.payment;

import io.marquee.kernel.Money;
import io.marquee.kernel.Refusal;
import io.marquee.kernel.Wire;
import io.marquee.payment.provider.Capability;

/** Why a payment or a refund was not taken on. */
public abstract sealed class PaymentRefused extends Refusal {

    private PaymentRefused(Kind kind, String code, Object... arguments) {
        super(kind, code, arguments);
    }

    /** The organization does not take payments through it. */
    public static final class UnknownProvider extends PaymentRefused {
        public UnknownProvider(String provider) {
            super(Kind.INVALID, "unknown_provider", provider);
        }
    }

    /** It does not answer now; the attempt, if one was stored, is decided by the poll. */
    public static final class ProviderDown extends PaymentRefused {
        public ProviderDown(String provider) {
            super(Kind.UNAVAILABLE, "provider_down", provider);
        }
    }

    /** It answered, and does not do it now. A person is told; meanwhile everything stays as it is. */
    public static final class Denied extends PaymentRefused {
        public Denied(String provider) {
            super(Kind.CONFLICT, "provider_denied", provider);
        }
    }

    /** It did not answer lately and is not asked for the moment: nothing was stored, nothing can be charged. */
    public static final class ProviderPaused extends PaymentRefused {
        public ProviderPaused(String provider) {
            super(Kind.UNAVAILABLE, "provider_paused", provider);
        }
    }

    /** More than is left of the payment. */
    public static final class MoreThanPaid extends PaymentRefused {
        public MoreThanPaid(Money left) {
            super(Kind.CONFLICT, "more_than_paid", left);
        }
    }

    /** The provider cannot do this. */
    public static final class NotSupported extends PaymentRefused {
        public NotSupported(String provider, Capability capability) {
            super(Kind.INVALID, "payment_not_supported", provider, Wire.name(capability));
        }
    }

    /** It is not authorised, or it was decided otherwise before. */
    public static final class NotReserved extends PaymentRefused {
        public NotReserved() {
            super(Kind.CONFLICT, "payment_not_reserved");
        }
    }

    /** The organization needs an account of its own there first, which may take money. */
    public static final class NoAccount extends PaymentRefused {
        public NoAccount(String provider) {
            super(Kind.CONFLICT, "no_payout_account", provider);
        }
    }

    /** The dispute takes no evidence: it was handed in, is decided, or too late. */
    public static final class EvidenceClosed extends PaymentRefused {
        public EvidenceClosed() {
            super(Kind.CONFLICT, "evidence_closed");
        }
    }

    /** The provider does not take this evidence. */
    public static final class EvidenceDenied extends PaymentRefused {
        /** @param why the provider's words */
        public EvidenceDenied(String why) {
            super(Kind.CONFLICT, "evidence_denied", why);
        }
    }
}
