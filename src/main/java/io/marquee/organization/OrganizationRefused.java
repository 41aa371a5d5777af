package io.marquee.organization;

import io.marquee.kernel.Refusal;

/** Why a command on an organization was refused. */
public abstract sealed class OrganizationRefused extends Refusal {

    private OrganizationRefused(Kind kind, String code, Object... arguments) {
        super(kind, code, arguments);
    }

    /** An organization always has an owner: another one must be made first. */
    public static final class LastOwner extends OrganizationRefused {
        public LastOwner() {
            super(Kind.CONFLICT, "last_owner");
        }
    }

    /** An invitation that was accepted, withdrawn, is too old, or never was. */
    public static final class InvitationNotGood extends OrganizationRefused {
        public InvitationNotGood() {
            super(Kind.NOT_FOUND, "invitation_not_good");
        }
    }

    /** The invitation was mailed to another address than that of the account that is signed in. */
    public static final class InvitationOfAnother extends OrganizationRefused {
        public InvitationOfAnother() {
            super(Kind.FORBIDDEN, "invitation_of_another");
        }
    }

    /** So many mails in a day are enough. */
    public static final class TooManyInvitations extends OrganizationRefused {
        TooManyInvitations(int mostADay) {
            super(Kind.TOO_MANY, "too_many_invitations", mostADay);
        }
    }
}
