package io.marquee.escrow;

import io.marquee.kernel.Refusal;

/** Why a command on a stake was refused. */
public abstract sealed class EscrowRefused extends Refusal {

    private EscrowRefused(String code, Object... arguments) {
        super(Kind.CONFLICT, code, arguments);
    }

    /** Only what was lost can be forgiven. */
    public static final class NotForfeited extends EscrowRefused {
        public NotForfeited() {
            super("stake_not_forfeited");
        }
    }

    /** The card that was kept was charged as often as it is. */
    public static final class TriedOftenEnough extends EscrowRefused {
        public TriedOftenEnough(int times) {
            super("stake_tried_often_enough", times);
        }
    }

    /** A payment for it is under way. */
    public static final class BeingPaid extends EscrowRefused {
        public BeingPaid() {
            super("stake_being_paid");
        }
    }

    /** Only what the bank refused is tried again. */
    public static final class NotFailed extends EscrowRefused {
        public NotFailed() {
            super("stake_not_failed");
        }
    }

    /** The time to forgive is over. */
    public static final class TooLateToForgive extends EscrowRefused {
        public TooLateToForgive(int days) {
            super("stake_forgiveness_over", days);
        }
    }

    /** The order's money went back already. */
    public static final class NothingLeft extends EscrowRefused {
        public NothingLeft() {
            super("stake_nothing_left");
        }
    }
}
