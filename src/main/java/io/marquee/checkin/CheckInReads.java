package io.marquee.checkin;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the event's team reads of its scans. */
@Component
public class CheckInReads {
    private final EventReads events;
    private final Scans scans;

    CheckInReads(EventReads events, Scans scans) {
        this.events = events;
        this.scans = scans;
    }

    /** Newest first. @throws InvalidInput on a cursor that is none of ours */
    @Transactional(readOnly = true)
    public Slice<CheckInView> ofEvent(String eventIdOrSlug, @Nullable String cursor, int limit) {
        EventView event = events.where(Permission.CHECK_IN, eventIdOrSlug);
        List<CheckInView> rows = scans.ofEvent(event.id(), before(cursor), limit + 1);
        return Slice.of(rows, limit, row -> row.id().toString());
    }

    @Transactional(readOnly = true)
    public List<GateCount> admittedByGate(String eventIdOrSlug) {
        return scans.admittedByGate(
                events.where(Permission.CHECK_IN, eventIdOrSlug).id());
    }

    private static @Nullable UUID before(@Nullable String cursor) {
        try {
            return cursor == null ? null : UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw InvalidInput.at("cursor", "format");
        }
    }
}
