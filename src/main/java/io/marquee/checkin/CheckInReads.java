package io.marquee.checkin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.marquee.checkin.device.Enrolments;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.Cursors;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.Turnout;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the event's team reads of its scans. */
@Component
public class CheckInReads {
    private final EventReads events;
    private final TicketReads tickets;
    private final Scans scans;
    private final Enrolments enrolments;
    private final Acting acting;

    /** However many gates look at the count, it is counted once in a while. */
    private final Cache<EventId, Turnout> turnouts = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofSeconds(2))
            .build();

    CheckInReads(EventReads events, TicketReads tickets, Scans scans, Enrolments enrolments, Acting acting) {
        this.events = events;
        this.tickets = tickets;
        this.scans = scans;
        this.enrolments = enrolments;
        this.acting = acting;
    }

    /**
     * Newest first.
     *
     * @param refusedOnly without those who were let in
     * @throws InvalidInput on a cursor that is none of ours
     */
    @Transactional(readOnly = true)
    public Slice<CheckInView> ofEvent(String eventIdOrSlug, boolean refusedOnly, @Nullable String cursor, int limit) {
        EventView event = open(eventIdOrSlug);
        List<CheckInView> rows = scans.ofEvent(event.id(), refusedOnly, Cursors.id(cursor), limit + 1);
        return Slice.of(rows, limit, row -> row.id().toString());
    }

    /** What each gate did, the busiest first. */
    @Transactional(readOnly = true)
    public List<GateCount> byGate(String eventIdOrSlug) {
        return scans.byGate(open(eventIdOrSlug).id());
    }

    /** @throws io.marquee.checkin.device.DeviceRefused.Revoked for a device that is not good any more */
    private EventView open(String eventIdOrSlug) {
        EventView event = events.where(Permission.CHECK_IN, eventIdOrSlug);
        acting.asSystem(event.organization(), enrolments::good);
        return event;
    }

    /** Gates that devices are for or that scans named. Whoever asks has decided who may know. */
    List<String> gateNames(EventId event, int most) {
        return scans.gateNames(event, most);
    }

    /** Who came, of those who may; some seconds old at most. */
    @Transactional(readOnly = true)
    public Turnout turnout(String eventIdOrSlug) {
        EventView event = events.where(Permission.CHECK_IN, eventIdOrSlug);
        return turnouts.get(event.id(), tickets::turnout);
    }
}
