package io.marquee.ordering;

import io.marquee.kernel.Refusal;
import io.marquee.kernel.Wire;

/** Why a command on an order was refused. */
public abstract sealed class OrderRefused extends Refusal {

    private OrderRefused(String code, Object... arguments) {
        super(Kind.CONFLICT, code, arguments);
    }

    /** The order is in no state for that. */
    public static final class WrongState extends OrderRefused {
        public WrongState(OrderState state) {
            super("order_" + Wire.name(state));
        }
    }

    /** The team has said what it had to say, or nobody waits for it any more. */
    public static final class ApprovalOver extends OrderRefused {
        public ApprovalOver(ApprovalState state) {
            super("approval_" + Wire.name(state));
        }
    }

    /** It waits for the team's word, or for its money that is being taken: there is nothing to pay. */
    public static final class AwaitsApproval extends OrderRefused {
        public AwaitsApproval() {
            super("awaits_approval");
        }
    }

    /** Somebody else works on it, and did not let go of it in time. */
    public static final class Busy extends OrderRefused {
        public Busy() {
            super("order_busy");
        }
    }

    /** A payment is on its way: another must not be started, nor the order be given up. */
    public static final class PaymentUndecided extends OrderRefused {
        public PaymentUndecided() {
            super("payment_undecided");
        }
    }

    /** Nothing of it can be refunded any more. */
    public static final class NothingToRefund extends OrderRefused {
        public NothingToRefund() {
            super("nothing_to_refund");
        }
    }

    /** It was handed out to its buyer before. */
    public static final class HandedOut extends OrderRefused {
        public HandedOut() {
            super("handed_out");
        }
    }

    /** Nobody gave an address that mail could go to, as at the box office. */
    public static final class NoAddress extends OrderRefused {
        public NoAddress() {
            super("no_address");
        }
    }

    /** A request for money back is open already. */
    public static final class AlreadyRequested extends OrderRefused {
        public AlreadyRequested() {
            super("refund_already_requested");
        }
    }
}
