package io.marquee.checkin.list;

import io.marquee.kernel.Refusal;

/** Why a list was refused. */
public abstract sealed class ListRefused extends Refusal {
    private ListRefused(String code, Object... arguments) {
        super(Kind.CONFLICT, code, arguments);
    }

    /** An event has so many at most. */
    public static final class TooMany extends ListRefused {
        TooMany(int most) {
            super("too_many_check_in_lists", most);
        }
    }
}
