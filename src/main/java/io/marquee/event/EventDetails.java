package io.marquee.event;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything about an event that its team edits.
 *
 * @param startsAt what the clock on the wall shows; midnight for an all-day event
 * @param endsAt likewise; for an all-day event the midnight after its last day
 * @param description Markdown
 * @param registrationClosesAt null: at the start
 * @param country ISO 3166-1 alpha-2
 * @param tags lower case, without doubles
 * @param cover an uploaded image; null for a drawn one
 * @param hue 0 to 359: the colour of its page
 * @param page how that is arranged
 */
public record EventDetails(
        String title,
        String summary,
        String description,
        EventType type,
        Category category,
        List<String> tags,
        LocalDateTime startsAt,
        LocalDateTime endsAt,
        ZoneId timeZone,
        boolean allDay,
        @Nullable Instant registrationClosesAt,
        @Nullable String venue,
        @Nullable String address,
        @Nullable String city,
        @Nullable String country,
        @Nullable String onlineUrl,
        @Nullable String website,
        @Nullable Integer capacity,
        @Nullable Integer minimumAge,
        Visibility visibility,
        boolean ticketing,
        boolean approvalRequired,
        String refundPolicy,
        @Nullable UUID cover,
        int hue,
        PageLayout page) {

    /** Starts from what every event has; the rest is as plain as it can be. */
    public static DetailsBuilder of(String title, LocalDateTime startsAt, LocalDateTime endsAt, ZoneId timeZone) {
        return new DetailsBuilder(title, startsAt, endsAt, timeZone);
    }

    /** The same, to be changed. */
    public DetailsBuilder but() {
        return new DetailsBuilder(this);
    }
}
