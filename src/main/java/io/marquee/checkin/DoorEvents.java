package io.marquee.checkin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which event a scan is for, and whether whoever acts scans there: without asking the database for every scan. What may be a second
 * old here decides nothing; the scan's own transaction reads the event anew.
 */
@Component
class DoorEvents {
    private final EventReads events;
    private final Access access;
    private final Acting acting;
    private final Cache<String, EventView> known = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    DoorEvents(EventReads events, Access access, Acting acting) {
        this.events = events;
        this.access = access;
        this.acting = acting;
    }

    /** @throws io.marquee.kernel.Refusal where whoever acts does not check people in at this event */
    EventView of(String idOrSlug) {
        EventView event = kept(idOrSlug);
        return event != null && access.may(Permission.CHECK_IN, event.organization(), event.id())
                ? event
                : events.where(Permission.CHECK_IN, idOrSlug);
    }

    /** As it is now. For the scan's transaction, which acts as the system. */
    EventView now(EventId event) {
        return events.byId(event);
    }

    private @Nullable EventView kept(String idOrSlug) {
        EventView event = known.getIfPresent(idOrSlug);
        if (event != null) return event;
        try {
            event = acting.asPlatform(() -> events.where(Permission.CHECK_IN, idOrSlug));
        } catch (NotFound nowhere) {
            return null;
        }
        known.put(idOrSlug, event);
        return event;
    }
}
