package io.marquee.checkin;

import io.marquee.kernel.Refusal;

/** Why a command at the door was refused. A verdict that lets nobody in is no refusal. */
public abstract sealed class CheckInRefused extends Refusal {

    private CheckInRefused(String code) {
        super(Kind.CONFLICT, code);
    }

    /** That scan let nobody in, or was taken back before, or its ticket has ended since. */
    public static final class NothingToUndo extends CheckInRefused {
        public NothingToUndo() {
            super("check_in_not_undoable");
        }
    }
}
