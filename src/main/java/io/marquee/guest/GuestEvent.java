package io.marquee.guest;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import java.util.List;
import java.util.UUID;

/** What happened to guests. Published inside the transaction that did it. */
public sealed interface GuestEvent {
    EventId event();

    OrganizationId organization();

    /** Why guests are written to. */
    enum Letter {
        /** They are asked to come. */
        INVITED,
        /** They were asked, and have not answered. */
        REMINDED,
        GOING,
        PENDING_APPROVAL,
        APPROVED,
        DECLINED,
        WAITLISTED,
        /** A place is free for them, for some time. */
        OFFERED,
        /** The offer's time was up. */
        OFFER_OVER,
        /** They have a new personal link, and the older ones are over. */
        LINK
    }

    /**
     * Guests are to be written to.
     *
     * @param words of the team, for an invitation; empty for none
     */
    record LettersDue(EventId event, OrganizationId organization, Letter letter, String words, List<Addressed> guests)
            implements GuestEvent {}

    /**
     * Who, and why once.
     *
     * @param cause unique for each letter
     */
    record Addressed(UUID guest, String cause) {}

    /** One guest is another from now on, by whose id they are known. */
    record Merged(EventId event, OrganizationId organization, GuestId gone, GuestId into) implements GuestEvent {}

    /**
     * Somebody answered with an address that nobody has confirmed yet.
     *
     * @param reply the state they ask for, as on the wire
     * @param path of the page that confirms
     */
    record ConfirmationAsked(
            String cause,
            EventId event,
            OrganizationId organization,
            String email,
            String name,
            String locale,
            String reply,
            String path)
            implements GuestEvent {}
}
