package io.marquee.event.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.marquee.event.EventDetails;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.event.Postponement;
import io.marquee.event.RefundOffer;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.media.MediaLibrary;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as programs see it: its details among what Marquee says of it.
 *
 * @param url of its page, below the base URL
 * @param coverUrl of a picture 800 pixels wide, below the base URL: the cover, or one drawn for the event
 * @param starts the instant of {@code startsAt}
 * @param registrationCloses when registration locks
 * @param postponement null while it takes place when it was said
 * @param refundOffer until when those who bought before it was postponed take their money back by themselves; null where nothing
 *     was offered
 * @param version also in the ETag; goes up with every change
 */
record EventAnswer(
        EventId id,
        OrganizationId organization,
        String slug,
        EventState state,
        @JsonUnwrapped EventBody details,
        String url,
        String coverUrl,
        Instant starts,
        Instant ends,
        Instant registrationCloses,
        @Nullable Instant publishedAt,
        @Nullable String cancellationReason,
        @Nullable Postponement postponement,
        @Nullable RefundOffer refundOffer,
        int version) {
    private static final int COVER_WIDTH = 800;

    static EventAnswer of(EventView event) {
        return new EventAnswer(
                event.id(),
                event.organization(),
                event.slug(),
                event.state(),
                EventBody.of(event.details()),
                "/events/" + event.slug(),
                coverUrl(event),
                event.startsAt(),
                event.endsAt(),
                event.registrationCloses(),
                event.publishedAt(),
                event.cancellationReason(),
                event.postponement(),
                event.refundOffer(),
                event.version());
    }

    /** Without the link to what is streamed, where that comes with a ticket. */
    static EventAnswer forEverybody(EventView event) {
        EventDetails details = event.details();
        boolean secret = details.ticketing() && details.onlineUrl() != null;
        return of(secret ? event.with(details.but().onlineUrl(null).build()) : event);
    }

    private static String coverUrl(EventView event) {
        return event.details().cover() == null
                ? "/events/" + event.slug() + "/cover.svg"
                : MediaLibrary.path(event.details().cover(), COVER_WIDTH);
    }
}
