package io.marquee.event;

import io.marquee.kernel.Refusal;
import io.marquee.kernel.Wire;

/** Why a command on an event was refused, beside broken rules of input and moves that do not exist. */
public abstract sealed class EventRefused extends Refusal {
    private EventRefused(String code, Object... arguments) {
        super(Kind.CONFLICT, code, arguments);
    }

    /** Archived and cancelled events stay as they are. */
    public static final class NotEditable extends EventRefused {
        NotEditable(EventState state) {
            super("event_not_editable", Wire.name(state));
        }
    }

    /** Tickets are held or sold: the event can be cancelled, but neither hidden again nor deleted. */
    public static final class SalesExist extends EventRefused {
        SalesExist() {
            super("event_has_sales");
        }
    }

    /** An event that was public is kept for those who know it; only drafts, and what nobody bought, can be deleted. */
    public static final class NotDeletable extends EventRefused {
        NotDeletable(EventState state) {
            super("event_not_deletable", Wire.name(state));
        }
    }

    /** The invitation was used, withdrawn or has expired. */
    public static final class InvitationGone extends EventRefused {
        InvitationGone() {
            super("event_invitation_gone");
        }
    }

    /** The person has a role on the event, or an open invitation to one. */
    public static final class AlreadyInTeam extends EventRefused {
        AlreadyInTeam(String email) {
            super("already_in_team", email);
        }
    }
}
