package io.marquee.event;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands.
 *
 * @param startsAt the instant of {@code details.startsAt} in its zone
 * @param publishedAt since when it is public; null for a draft, and for one that was cancelled as a draft
 * @param cancellationReason in the organizer's words; null unless cancelled
 * @param postponement null while it takes place when it was said
 * @param refundOffer null where it never offered money back because it was postponed
 * @param version goes up with every edit: an editor sends the one it started from
 */
public record EventView(
        EventId id,
        OrganizationId organization,
        String slug,
        EventState state,
        EventDetails details,
        Instant startsAt,
        Instant endsAt,
        @Nullable Instant publishedAt,
        @Nullable String cancellationReason,
        @Nullable Postponement postponement,
        @Nullable RefundOffer refundOffer,
        int version) {

    /** The same event with other details, for whoever may see less of them. */
    public EventView with(EventDetails others) {
        return new EventView(
                id,
                organization,
                slug,
                state,
                others,
                startsAt,
                endsAt,
                publishedAt,
                cancellationReason,
                postponement,
                refundOffer,
                version);
    }

    /** Whether it is said only that it takes place later: its times are those of before then. */
    public boolean dateUnknown() {
        return postponement != null && !postponement.dateKnown();
    }

    /** Whether those who bought before it was postponed take their money back by themselves now; until it begins at most. */
    public boolean takesBack(Instant now) {
        return state == EventState.PUBLISHED && refundOffer != null && refundOffer.stands(now, details.timeZone());
    }

    /** The same for what was bought then: after the offer, one knew the date. */
    public boolean takesBack(Instant boughtAt, Instant now) {
        return takesBack(now) && refundOffer != null && boughtAt.isBefore(refundOffer.at());
    }

    /** Where those who come join it online: nobody else's to know where it needs tickets. Null where there is nothing to join. */
    public @Nullable String joinUrl() {
        boolean open = state == EventState.PUBLISHED || state == EventState.LIVE;
        return open ? details.onlineUrl() : null;
    }

    /** When registration locks: the set cut-off, else the start. */
    public Instant registrationCloses() {
        Instant cutOff = details.registrationClosesAt();
        return cutOff == null ? startsAt : cutOff;
    }

    /** Whether tickets can be had now, as far as the event is concerned. */
    public boolean registrationOpen(Instant now) {
        return state == EventState.PUBLISHED && !dateUnknown() && now.isBefore(registrationCloses())
                || state == EventState.LIVE
                        && details.registrationClosesAt() != null
                        && now.isBefore(details.registrationClosesAt());
    }
}
