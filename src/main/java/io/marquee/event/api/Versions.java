package io.marquee.event.api;

import io.marquee.event.EventView;
import io.marquee.kernel.EditedMeanwhile;
import io.marquee.platform.api.Etags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** An event's version as an ETag, and back from {@code If-Match}. */
final class Versions {
    private Versions() {}

    static ResponseEntity<EventAnswer> answer(EventView event) {
        return ResponseEntity.ok().eTag(tag(event)).body(EventAnswer.of(event));
    }

    static String tag(EventView event) {
        return Etags.of(event.version());
    }

    /** @throws EditedMeanwhile when the event is none of those that the sender knows */
    static void require(@Nullable String ifMatch, EventView event) {
        Integer known = Etags.known(ifMatch);
        if (known != null && known != event.version()) throw new EditedMeanwhile(event.version());
    }
}
