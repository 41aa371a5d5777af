package io.marquee.platform.tenancy;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who acts in a transaction. PostgreSQL is told, and shows and lets change only what is theirs. */
public sealed interface Actor {

    /** How the history names the kind of actor. */
    String kind();

    /** The person's, capability's or device's id; null where the kind says it all. */
    @Nullable
    UUID id();

    /** Nothing was said: sees public rows only, changes nothing. */
    Nobody NOBODY = new Nobody();

    /** A visitor who is not signed in: sees what is public, as nobody does. */
    Anonymous ANONYMOUS = new Anonymous();

    record Nobody() implements Actor {
        @Override
        public String kind() {
            return "nobody";
        }

        @Override
        public @Nullable UUID id() {
            return null;
        }
    }

    record Anonymous() implements Actor {
        @Override
        public String kind() {
            return "anonymous";
        }

        @Override
        public @Nullable UUID id() {
            return null;
        }
    }

    /**
     * A person who is signed in, with the roles they have at this moment.
     *
     * @param administrator of the platform
     * @param verifiedEmail the normalised address, where it is verified: orders made with it are theirs
     */
    record Person(
            PersonId person,
            @Nullable String verifiedEmail,
            boolean administrator,
            Map<OrganizationId, OrganizationRole> organizations,
            Map<EventId, EventAccess> events)
            implements Actor {
        @Override
        public String kind() {
            return "person";
        }

        @Override
        public UUID id() {
            return person.value();
        }
    }

    /**
     * The holder of a token that opens one hold and its order, or a guest.
     *
     * @param generation of the token, where it can be renewed: whoever owns what it opens says which one is good
     */
    record Capability(UUID hold, int generation) implements Actor {
        public Capability(UUID hold) {
            this(hold, 0);
        }

        @Override
        public String kind() {
            return "capability";
        }

        @Override
        public UUID id() {
            return hold;
        }
    }

    /** A scanner that was enrolled for one event: it checks in there, and does nothing else. */
    record Device(UUID device, OrganizationId organization, EventId event) implements Actor {
        @Override
        public String kind() {
            return "device";
        }

        @Override
        public UUID id() {
            return device;
        }
    }

    /**
     * A job, a webhook, or a command that does for someone what they may not do by hand, such as counting stock.
     *
     * @param organization that it acts for; null for the whole platform
     * @param onBehalfOf whose request this is, for the history; null when the system acts by itself
     */
    record System(
            @Nullable OrganizationId organization, @Nullable Actor onBehalfOf) implements Actor {
        @Override
        public String kind() {
            return onBehalfOf == null ? "system" : onBehalfOf.kind();
        }

        @Override
        public @Nullable UUID id() {
            return onBehalfOf == null ? null : onBehalfOf.id();
        }
    }
}
