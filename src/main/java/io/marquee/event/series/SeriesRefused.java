package io.marquee.event.series;

import io.marquee.kernel.Refusal;

/** Why a command on a series was refused. */
public abstract sealed class SeriesRefused extends Refusal {
    private SeriesRefused(String code) {
        super(Kind.CONFLICT, code);
    }

    /** An event repeats by one rule. */
    public static final class AlreadyRepeats extends SeriesRefused {
        AlreadyRepeats() {
            super("already_in_series");
        }
    }

    /** Somebody has a ticket for that day, or was asked to it: it can be cancelled, and they are told. */
    public static final class PeopleCome extends SeriesRefused {
        PeopleCome() {
            super("series_day_expected");
        }
    }

    /** What is cancelled or put away is no model for others. */
    public static final class NoModel extends SeriesRefused {
        NoModel() {
            super("series_no_model");
        }
    }
}
