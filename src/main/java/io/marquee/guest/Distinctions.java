package io.marquee.guest;

import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Guests who look like one person and are two, because somebody of the team has said so. */
@Component
public class Distinctions {
    private final GuestRows rows;
    private final JdbcClient jdbc;
    private final Access access;
    private final Clock clock;

    Distinctions(GuestRows rows, JdbcClient jdbc, Access access, Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
    }

    /** They are not suggested as duplicates any more. Twice is once. @throws NotFound where the event has no such guests */
    @Transactional
    public void draw(EventView event, GuestId one, GuestId other) {
        access.require(Permission.MANAGE_GUESTS, event.organization(), event.id());
        if (one.equals(other)) throw InvalidInput.at("guest", "two_guests");
        List<GuestView> two = rows.all(List.of(one.value(), other.value()));
        if (two.size() != 2 || !two.stream().allMatch(guest -> guest.event().equals(event.id())))
            throw new NotFound("guest");
        jdbc.sql("""
                        insert into guest.distinctions (guest_id, other_id, event_id, organization_id, by, at)
                        values (least(:one::uuid, :other::uuid), greatest(:one::uuid, :other::uuid), :event, :organization, :by, :at)
                        on conflict do nothing
                        """)
                .param("one", one.value())
                .param("other", other.value())
                .param("event", event.id().value())
                .param("organization", event.organization().value())
                .param("by", Acting.current() instanceof Actor.Person person ? person.id() : null)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }
}
