package io.marquee.programme;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A session as its team edits it.
 *
 * @param description Markdown
 * @param startsAt local, in the event's zone, and so is the end
 * @param room empty where it does not matter; the same words are the same room
 * @param track empty for none
 * @param speakers in their order
 */
public record SessionDetails(
        String title,
        String description,
        LocalDateTime startsAt,
        LocalDateTime endsAt,
        String room,
        String track,
        List<UUID> speakers) {
    public SessionDetails {
        speakers = List.copyOf(speakers);
    }
}
