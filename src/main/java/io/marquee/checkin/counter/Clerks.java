package io.marquee.checkin.counter;

import io.marquee.checkin.device.DeviceScope;
import io.marquee.checkin.device.DeviceView;
import io.marquee.checkin.device.Enrolments;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Forbidden;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may do more at a gate than scan: a device that its organizer allowed it, and people who may do the same at their desk. */
@Component
public class Clerks {
    private final EventReads events;
    private final Enrolments enrolments;
    private final Access access;
    private final Acting acting;

    Clerks(EventReads events, Enrolments enrolments, Access access, Acting acting) {
        this.events = events;
        this.enrolments = enrolments;
        this.access = access;
        this.acting = acting;
    }

    /** @param device null for a person */
    record Clerk(EventView event, @Nullable DeviceView device) {}

    /** What a person may do at a gate of this event; nothing for a device, whose scopes are its own. */
    public List<DeviceScope> may(EventView event) {
        return Arrays.stream(DeviceScope.values())
                .filter(scope -> access.may(permission(scope), event.organization(), event.id()))
                .toList();
    }

    /** @throws io.marquee.kernel.Refusal unless whoever acts may do this there */
    @Transactional(readOnly = true)
    public Clerk at(String eventIdOrSlug, DeviceScope scope) {
        EventView event = events.where(Permission.CHECK_IN, eventIdOrSlug);
        DeviceView device = acting.<@Nullable DeviceView>asSystem(event.organization(), enrolments::good);
        if (device == null) {
            access.require(permission(scope), event.organization(), event.id());
        } else if (!device.scopes().contains(scope)) {
            throw new Forbidden(Wire.name(permission(scope)));
        }
        return new Clerk(event, device);
    }

    private static Permission permission(DeviceScope scope) {
        return switch (scope) {
            case SELL -> Permission.SELL_AT_DOOR;
            case RENAME -> Permission.REFUND;
        };
    }
}
