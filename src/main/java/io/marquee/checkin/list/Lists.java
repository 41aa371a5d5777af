package io.marquee.checkin.list;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.AfterCommit;
import io.marquee.ticketing.TicketTypeReads;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** An event's check-in lists. Without any there is one rule: each ticket is admitted once. */
@Component
public class Lists {
    private static final int MOST = 50;

    private final EventReads events;
    private final ListRows rows;
    private final TicketTypeReads types;
    private final Acting acting;
    private final TransactionTemplate reading;
    private final Clock clock;

    /** Read with every scan, changed seldom: other nodes follow within a second. */
    private final Cache<EventId, List<CheckInList>> known = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    Lists(
            EventReads events,
            ListRows rows,
            TicketTypeReads types,
            Acting acting,
            TransactionTemplate reading,
            Clock clock) {
        this.events = events;
        this.rows = rows;
        this.types = types;
        this.acting = acting;
        this.reading = reading;
        this.clock = clock;
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<CheckInList> of(String eventIdOrSlug) {
        return rows.ofEvent(events.where(Permission.CHECK_IN, eventIdOrSlug).id());
    }

    /**
     * @throws InvalidInput
     * @throws ListRefused
     */
    @Transactional
    public CheckInList add(String eventIdOrSlug, ListDetails details) {
        EventView event = events.where(Permission.MANAGE_TEAM, eventIdOrSlug);
        details.check(
                types.all(event.id()).stream().map(type -> type.id().value()).toList());
        if (rows.ofEvent(event.id()).size() >= MOST) throw new ListRefused.TooMany(MOST);
        UUID id = Ids.next();
        rows.insert(event, id, details, clock.instant());
        AfterCommit.run(() -> known.invalidate(event.id()));
        return new CheckInList(
                id,
                details.name(),
                Objects.requireNonNull(details.kind()),
                Objects.requireNonNull(details.rule()),
                details.ticketTypes(),
                details.gates(),
                details.opensAt(),
                details.closesAt(),
                details.capacity());
    }

    /** Its scans stay; nothing is scanned on it any more. @throws NotFound */
    @Transactional
    public void archive(String eventIdOrSlug, UUID list) {
        EventView event = events.where(Permission.MANAGE_TEAM, eventIdOrSlug);
        if (!rows.archive(event.id(), list, clock.instant())) throw new NotFound("check_in_list");
        AfterCommit.run(() -> known.invalidate(event.id()));
    }

    /** Those that scans go by, at most a second stale on other nodes. Whoever asks has decided who may know. */
    public List<CheckInList> current(EventId event) {
        List<CheckInList> kept = known.getIfPresent(event);
        if (kept != null) return kept;
        // not under the cache's lock: whoever waits for that may hold the connection that reading needs
        List<CheckInList> read =
                acting.asPlatform(() -> Objects.requireNonNull(reading.execute(status -> rows.ofEvent(event))));
        known.put(event, read);
        return read;
    }

    /** The same; also one that was archived since a gate went by it without a network. */
    public Optional<CheckInList> find(EventId event, UUID list) {
        return rows.find(event, list);
    }

    /** One of a room's scans at a time, for its capacity. */
    public void lock(CheckInList list) {
        rows.lock(list.id());
    }
}
