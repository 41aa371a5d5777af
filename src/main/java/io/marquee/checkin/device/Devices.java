package io.marquee.checkin.device;

import io.marquee.audit.History;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.identity.SecretToken;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.AfterCommit;
import io.marquee.ticketing.TicketTypeReads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The organizer's side of an event's scanners. Commands need {@link Permission#MANAGE_TEAM}: a device is a helper at the door. */
@Component
public class Devices {
    /** What links begin with. */
    static final String LINK = "e_";

    private static final Duration LINK_GOOD_FOR = Duration.ofDays(7);
    private static final Duration AFTER_THE_EVENT = Duration.ofDays(2);
    private static final int MOST = 200;

    private final EventReads events;
    private final DeviceRows rows;
    private final DeviceTokens tokens;
    private final TicketTypeReads types;
    private final History history;
    private final Settings settings;
    private final Clock clock;

    Devices(
            EventReads events,
            DeviceRows rows,
            DeviceTokens tokens,
            TicketTypeReads types,
            History history,
            Settings settings,
            Clock clock) {
        this.events = events;
        this.rows = rows;
        this.tokens = tokens;
        this.types = types;
        this.history = history;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A device with the link that enrols it, which is told this once.
     *
     * @param url what its QR says
     */
    public record Invited(DeviceView device, String url, Instant until) {}

    /** Newest first, revoked ones last. */
    @Transactional(readOnly = true)
    public List<DeviceView> of(String eventIdOrSlug) {
        return rows.ofEvent(events.where(Permission.MANAGE_TEAM, eventIdOrSlug).id());
    }

    /** @throws NotFound */
    @Transactional(readOnly = true)
    public DeviceView one(String eventIdOrSlug, UUID device) {
        return found(events.where(Permission.MANAGE_TEAM, eventIdOrSlug), device);
    }

    /**
     * @throws InvalidInput
     * @throws DeviceRefused.TooMany
     */
    @Transactional
    public Invited add(String eventIdOrSlug, DeviceDetails details) {
        EventView event = events.where(Permission.MANAGE_TEAM, eventIdOrSlug);
        Instant now = clock.instant();
        details.check(
                types.all(event.id()).stream().map(type -> type.id().value()).toList(), now);
        if (rows.countOf(event.id()) >= MOST) throw new DeviceRefused.TooMany(MOST);
        DeviceView device = new DeviceView(
                Ids.next(),
                event.id(),
                event.organization(),
                details.name(),
                details.gates(),
                details.ticketTypes(),
                details.scopes(),
                DeviceState.INVITED,
                Objects.requireNonNullElseGet(details.expiresAt(), () -> afterwards(event, now)),
                null,
                null);
        SecretToken link = SecretToken.next(LINK);
        DeviceRows.Enrolment enrolment = enrolment(link, now);
        rows.insert(device, enrolment, now);
        history.record(subject(device), null, DeviceState.INVITED, null);
        return invited(device, link, enrolment);
    }

    /**
     * Another link for it: the one before, and the key that came of it, open nothing any more.
     *
     * @throws NotFound also for a revoked one
     */
    @Transactional
    public Invited invite(String eventIdOrSlug, UUID id) {
        EventView event = events.where(Permission.MANAGE_TEAM, eventIdOrSlug);
        DeviceView device = found(event, id);
        SecretToken link = SecretToken.next(LINK);
        DeviceRows.Enrolment enrolment = enrolment(link, clock.instant());
        if (!rows.invite(id, enrolment, DeviceState.MOVES.into(DeviceState.INVITED))) throw new NotFound("device");
        history.record(subject(device), device.state(), DeviceState.INVITED, null);
        AfterCommit.run(() -> tokens.forget(id));
        return invited(found(event, id), link, enrolment);
    }

    /** At once. Without effect where it was revoked before. @throws NotFound */
    @Transactional
    public void revoke(String eventIdOrSlug, UUID id) {
        DeviceView device = found(events.where(Permission.MANAGE_TEAM, eventIdOrSlug), id);
        if (rows.revoke(id, DeviceState.MOVES.into(DeviceState.REVOKED))) {
            history.record(subject(device), device.state(), DeviceState.REVOKED, null);
        }
    }

    private DeviceView found(EventView event, UUID id) {
        DeviceView device = rows.find(event.id(), id);
        if (device == null) throw new NotFound("device");
        return device;
    }

    private Invited invited(DeviceView device, SecretToken link, DeviceRows.Enrolment enrolment) {
        return new Invited(device, settings.baseUrl() + "/scanner#" + link.text(), enrolment.until());
    }

    private static DeviceRows.Enrolment enrolment(SecretToken link, Instant now) {
        return new DeviceRows.Enrolment(link.hash(), now.plus(LINK_GOOD_FOR));
    }

    private static Instant afterwards(EventView event, Instant now) {
        Instant end = event.endsAt().isAfter(now) ? event.endsAt() : now;
        return end.plus(AFTER_THE_EVENT);
    }

    static History.Subject subject(DeviceView device) {
        return new History.Subject("device", device.id(), device.organization(), device.event());
    }
}
