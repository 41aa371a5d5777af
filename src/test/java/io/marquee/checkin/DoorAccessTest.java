package io.marquee.checkin;

import static io.marquee.testing.DoorFixture.GATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.kernel.Forbidden;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Unauthenticated;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.EventGrant;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.platform.tenancy.OrganizationRole;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketView;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class DoorAccessTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    CheckInReads reads;

    @Autowired
    Acting acting;

    EventView event;

    @BeforeEach
    void an_event_is_on() {
        event = fixture.event();
    }

    @Test
    void staff_and_organizers_may_scan() {
        List<TicketView> four = door.tickets(event, 4);
        List<Actor.Person> people = List.of(
                staff(),
                EventFixture.person(event.id(), EventRole.ADMIN),
                EventFixture.person(event.organization(), OrganizationRole.ADMIN),
                EventFixture.owner(event.organization()));

        for (int i = 0; i < 4; i++) {
            Scan scan = DoorFixture.at(GATE, four.get(i).qr());
            assertThat(door.scan(people.get(i), event, scan).verdict()).isEqualTo(Verdict.ADMITTED);
        }
    }

    @Test
    void a_viewer_may_neither_scan_nor_look_and_a_stranger_finds_nothing() {
        Scan scan = DoorFixture.at(GATE, door.ticket(event).qr());
        Actor.Person viewer = EventFixture.person(event.id(), EventRole.VIEWER, EventGrant.GUESTS, EventGrant.ORDERS);
        EventView other = fixture.event();

        assertThatThrownBy(() -> door.scan(viewer, event, scan)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() ->
                        door.scan(EventFixture.person(event.organization(), OrganizationRole.VIEWER), event, scan))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> door.scan(EventFixture.stranger(), event, scan))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> door.scan(EventFixture.person(other.id(), EventRole.STAFF), event, scan))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> acting.as(Actor.ANONYMOUS, () -> reads.byGate(event.slug())))
                .isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> acting.as(viewer, () -> reads.ofEvent(event.slug(), false, null, 10)))
                .isInstanceOf(Forbidden.class);
        assertThat(scans()).isEmpty();
    }

    @Test
    void staff_scan_at_the_door_of_an_event_that_the_public_cannot_see() {
        EventView hidden = fixture.event();
        TicketView ticket = door.ticket(hidden);
        door.hide(hidden);

        assertThat(door.scan(hidden, ticket.qr()).verdict()).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void what_is_missing_or_far_too_long_is_told_at_its_field() {
        assertThatThrownBy(() -> door.scan(staff(), event, new Scan(" ", "", "x".repeat(61), false)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.problems())
                                .extracting(InvalidInput.Problem::field)
                                .containsExactly("code", "gate", "device"));
        assertThatThrownBy(() -> door.scan(event, "A".repeat(1_001))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> door.scan(event, "A\0B")).isInstanceOf(InvalidInput.class);
    }

    private Actor.Person staff() {
        return EventFixture.person(event.id(), EventRole.STAFF);
    }

    /** Newest first. */
    private List<CheckInView> scans() {
        return acting.as(staff(), () -> reads.ofEvent(event.slug(), false, null, 100))
                .items();
    }
}
