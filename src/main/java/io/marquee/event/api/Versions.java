package io.marquee.event.api;

import io.marquee.event.EventRefused;
import io.marquee.event.EventView;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** An event's version as an ETag, and back from {@code If-Match}. */
final class Versions {
    private Versions() {}

    static ResponseEntity<EventAnswer> answer(EventView event) {
        return ResponseEntity.ok().eTag(tag(event)).body(EventAnswer.of(event));
    }

    static String tag(EventView event) {
        return "\"v" + event.version() + "\"";
    }

    /** @throws EventRefused.EditedMeanwhile when the event is none of those that the sender knows */
    static void require(@Nullable String ifMatch, EventView event) {
        boolean matches = ifMatch == null
                || Arrays.stream(ifMatch.split(","))
                        .map(String::strip)
                        .anyMatch(known -> known.equals("*") || known.equals(tag(event)));
        if (!matches) {
            throw EventRefused.editedMeanwhile();
        }
    }
}
