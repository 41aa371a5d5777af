package io.marquee.conversation.blast;

import io.marquee.kernel.Refusal;

/** Why a blast was not taken, or not cancelled. */
public abstract sealed class BlastRefused extends Refusal {

    private BlastRefused(Kind kind, String code, Object... arguments) {
        super(kind, code, arguments);
    }

    /** Nobody but the team may see the event yet. */
    public static final class EventHidden extends BlastRefused {
        public EventHidden() {
            super(Kind.CONFLICT, "blast_event_hidden");
        }
    }

    /** It is on its way, or was cancelled before. */
    public static final class Begun extends BlastRefused {
        public Begun() {
            super(Kind.CONFLICT, "blast_begun");
        }
    }

    /** People stop reading where too much is written. */
    public static final class TooMany extends BlastRefused {
        public TooMany(int most) {
            super(Kind.TOO_MANY, "blast_too_many", most);
        }
    }

    /** Whoever tests it wants no news by mail, or their mailbox takes none. */
    public static final class Unwanted extends BlastRefused {
        public Unwanted() {
            super(Kind.CONFLICT, "blast_unwanted");
        }
    }
}
