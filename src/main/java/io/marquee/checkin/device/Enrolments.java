package io.marquee.checkin.device;

import io.marquee.audit.History;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.SecretToken;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The device's side: it opens the organizer's link with a key of its own making, and is known by that key afterwards. */
@Component
public class Enrolments {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final DeviceRows rows;
    private final DeviceTokens tokens;
    private final EventReads events;
    private final History history;
    private final Acting acting;
    private final Clock clock;

    Enrolments(DeviceRows rows, DeviceTokens tokens, EventReads events, History history, Acting acting, Clock clock) {
        this.rows = rows;
        this.tokens = tokens;
        this.events = events;
        this.history = history;
        this.acting = acting;
        this.clock = clock;
    }

    /** A device and the event it scans for. */
    public record Enrolled(DeviceView device, EventView event) {}

    /**
     * Once for each link; with the same key again it answers the same.
     *
     * @param key 32 random bytes, base64url: the bearer token is "d_" and the key
     * @throws InvalidInput at {@code key}
     * @throws NotFound for a link that is none of ours
     * @throws DeviceRefused
     */
    @Transactional
    public Enrolled enrol(String link, String key) {
        if (!KEY.matcher(key).matches()) throw InvalidInput.at("key", "format");
        return acting.asPlatform(() -> {
            DeviceView device = rows.byEnrolment(SecretToken.hash(link));
            if (device == null) throw new NotFound("enrolment");
            byte[] hash = SecretToken.hash(DeviceTokens.PREFIX + key);
            if (rows.enrol(device.id(), hash, clock.instant())) {
                history.record(Devices.subject(device), DeviceState.INVITED, DeviceState.ENROLLED, null);
            } else if (!isAgain(device, hash)) {
                throw device.state() == DeviceState.ENROLLED
                        ? new DeviceRefused.EnrolmentUsed()
                        : new DeviceRefused.EnrolmentOver();
            }
            return new Enrolled(
                    Objects.requireNonNull(rows.find(device.event(), device.id())), events.byId(device.event()));
        });
    }

    private boolean isAgain(DeviceView device, byte[] hash) {
        DeviceView known = rows.byKey(hash);
        return known != null && known.id().equals(device.id()) && known.isGood(clock.instant());
    }

    /**
     * The device that acts, as it is at this moment; null where a person does. For the caller's transaction, which acts as the
     * system for the event's organization.
     */
    public @Nullable DeviceView acting() {
        Actor.Device actor = ofRequest();
        if (actor == null) return null;
        DeviceView device = rows.find(actor.event(), actor.device());
        if (device == null) throw new DeviceRefused.Revoked();
        return device;
    }

    /** Notes that it asked for something, where it is a device that did. */
    public void seen() {
        DeviceView device = acting();
        if (device != null) rows.seen(device, clock.instant());
    }

    /** The device that made a scan which another one hands in; that other one where there is none such. */
    public @Nullable DeviceView of(EventId event, UUID maker, @Nullable DeviceView uploader) {
        DeviceView device = rows.find(event, maker);
        return device == null ? uploader : device;
    }

    /**
     * Those of an event, as they are now.
     *
     * @throws DeviceRefused.Revoked where one is gone altogether
     */
    public Map<UUID, DeviceView> of(EventId event, List<UUID> devices) {
        if (devices.isEmpty()) return Map.of();
        Map<UUID, DeviceView> found = rows.find(event, Set.copyOf(devices)).stream()
                .collect(Collectors.toMap(DeviceView::id, Function.identity()));
        if (!found.keySet().containsAll(devices)) throw new DeviceRefused.Revoked();
        return found;
    }

    /** Whether it is a device that acts, and one that is not good any more. */
    public boolean isOver() {
        DeviceView device = acting();
        return device != null && !device.isGood(clock.instant());
    }

    /** @throws DeviceRefused.Revoked where it is not good any more */
    public @Nullable DeviceView good() {
        DeviceView device = acting();
        if (device != null && !device.isGood(clock.instant())) throw new DeviceRefused.Revoked();
        return device;
    }

    private static Actor.@Nullable Device ofRequest() {
        return switch (Acting.current()) {
            case Actor.Device device -> device;
            case Actor.System system -> system.onBehalfOf() instanceof Actor.Device device ? device : null;
            case Actor.Person p -> null;
            case Actor.Capability c -> null;
            case Actor.Anonymous a -> null;
            case Actor.Nobody n -> null;
        };
    }
}
