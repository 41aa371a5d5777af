package io.marquee.guest;

import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guest.
 *
 * @param person the account that answered; null for those known by their address alone
 * @param name empty where nobody said it
 * @param since when the state began
 * @param offerUntil until when the place that is offered is kept; null unless offered
 * @param plusOnes how many they bring
 * @param allowance how many they may bring; null where the event's rule says it
 * @param companions whom they bring, as far as they have said
 * @param tickets valid ones in their name
 * @param beforeTicket what they were before they bought; null unless a ticket made them going
 * @param invitedBy null where nobody did
 * @param mail how far their last invitation came
 * @param link the generation of their personal link that is good
 * @param linkWithTeam whether the team made it for them, and nobody has answered with it
 */
public record GuestView(
        GuestId id,
        EventId event,
        OrganizationId organization,
        @Nullable PersonId person,
        String email,
        String name,
        String locale,
        GuestState state,
        Instant since,
        @Nullable Instant offerUntil,
        int plusOnes,
        @Nullable Integer allowance,
        List<String> companions,
        int tickets,
        @Nullable GuestState beforeTicket,
        List<String> tags,
        @Nullable PersonId invitedBy,
        @Nullable Instant invitedAt,
        MailState mail,
        @Nullable Instant remindedAt,
        @Nullable Instant answeredAt,
        boolean muted,
        int link,
        boolean linkWithTeam,
        Instant createdAt) {

    /** How far an invitation came, as far as its mail tells. */
    public enum MailState {
        NONE,
        QUEUED,
        SENT,
        BOUNCED,
        /** The team passed the link on itself. */
        SHARED,
        OPENED,
        CLICKED
    }

    /** The same, before it is stored. */
    GuestView with(List<String> others, @Nullable Integer mayBring, List<String> names) {
        return new GuestView(
                id,
                event,
                organization,
                person,
                email,
                name,
                locale,
                state,
                since,
                offerUntil,
                plusOnes,
                mayBring,
                names,
                tickets,
                beforeTicket,
                others,
                invitedBy,
                invitedAt,
                mail,
                remindedAt,
                answeredAt,
                muted,
                link,
                linkWithTeam,
                createdAt);
    }

    /** What they are when no ticket is left: whoever came by the ticket alone is not going; else they are what they were. */
    GuestState withoutTickets() {
        if (tickets == 0 || state != GuestState.GOING) return state;
        boolean said = beforeTicket == GuestState.INVITED || beforeTicket == GuestState.MAYBE;
        return said && beforeTicket != null ? beforeTicket : GuestState.NOT_GOING;
    }

    /** How many places of the event they take without a ticket. */
    public int places() {
        boolean takes = (state == GuestState.GOING || state == GuestState.OFFERED) && tickets == 0;
        return takes ? 1 + plusOnes : 0;
    }

    /** How many they may bring. @param rule what the event says of everybody */
    public int mayBring(int rule) {
        return allowance == null ? rule : allowance;
    }

    /** What to call them. */
    public String title() {
        return name.isEmpty() ? address() : name;
    }

    /** For people and programs: blank where nobody knows it. */
    public String address() {
        return EmailAddress.shown(email);
    }

    /** Whether it is their present link. */
    boolean isOpenedBy(Actor.Capability bearer) {
        return bearer.hold().equals(id.value()) && bearer.generation() == link;
    }

    /** Whether there is no address because the team has their link alone; one who is erased has none either. */
    boolean isReachedByLinkAlone() {
        return email.endsWith(PersonalLinks.NOWHERE);
    }

    /** Whether the team may pass their link on: whoever answered, or gets mails of their own, keeps it to themselves. */
    public boolean isLinkOpen() {
        boolean wanted = state != GuestState.REMOVED && state != GuestState.DECLINED && !muted;
        return linkWithTeam && wanted && address().isEmpty();
    }
}
