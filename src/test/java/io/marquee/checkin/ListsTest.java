package io.marquee.checkin;

import static io.marquee.testing.DoorFixture.GATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.checkin.list.CheckInList;
import io.marquee.checkin.list.ListDetails;
import io.marquee.checkin.list.ListKind;
import io.marquee.checkin.list.ListRule;
import io.marquee.checkin.list.Lists;
import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.testing.DeviceFixture;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.Rush;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists with rules: days, re-entry, rooms with a capacity, things that are handed out. */
@MarqueeTest
class ListsTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    DeviceFixture devices;

    @Autowired
    Lists lists;

    @Autowired
    CheckIns checkIns;

    @Autowired
    CheckInReads reads;

    @Autowired
    Undos undos;

    @Autowired
    Acting acting;

    EventView event;
    TicketView ticket;

    @BeforeEach
    void an_event_is_on() {
        event = fixture.event();
        ticket = door.ticket(event);
    }

    @Test
    void who_left_may_come_again_and_who_did_not_may_not() {
        list(ListKind.ADMISSION, ListRule.RE_ENTRY, null);

        assertThat(in(ticket, null)).isEqualTo(Verdict.ADMITTED);
        assertThat(door.now(ticket).state()).isEqualTo(TicketState.CHECKED_IN);
        assertThat(in(ticket, null)).isEqualTo(Verdict.ALREADY_IN);
        assertThat(out(ticket, null)).isEqualTo(Verdict.ADMITTED);
        assertThat(in(ticket, null)).isEqualTo(Verdict.ADMITTED);
        assertThat(in(ticket, null)).isEqualTo(Verdict.ALREADY_IN);
    }

    @Test
    void without_a_list_an_exit_is_written_down_and_does_not_let_in_again() {
        assertThat(in(ticket, null)).isEqualTo(Verdict.ADMITTED);
        assertThat(out(ticket, null)).isEqualTo(Verdict.ADMITTED);
        assertThat(in(ticket, null)).isEqualTo(Verdict.ALREADY_IN);
    }

    @Test
    void a_gate_is_told_who_never_came_who_left_before_and_since_when_they_are_away() {
        for (CheckInList list : new @Nullable CheckInList[] {null, list(ListKind.SESSION, ListRule.ONCE, null)}) {
            TicketView guest = door.ticket(event);
            UUID id = list == null ? null : list.id();
            ScanResult never = told(guest, Direction.OUT, id);
            assertThat(never.firstSeen()).as("never let in").isNull();
            assertThat(never.leftAt()).isNull();
            assertThat(never.ticket()).extracting(ScanResult.Admittee::state).isEqualTo(TicketState.ISSUED);

            in(guest, id);
            assertThat(told(guest, Direction.IN, id).leftAt()).as("inside").isNull();
            ScanResult leaves = told(guest, Direction.OUT, id);
            assertThat(leaves.firstSeen()).isNotNull();
            assertThat(leaves.leftAt()).as("this exit is none of before").isNull();
            assertThat(told(guest, Direction.OUT, id).leftAt()).as("once more").isNotNull();
            ScanResult back = told(guest, Direction.IN, id);
            assertThat(back.verdict()).isEqualTo(Verdict.ALREADY_IN);
            assertThat(back.leftAt()).as("they are away").isNotNull();
        }
    }

    private ScanResult told(TicketView guest, Direction direction, @Nullable UUID list) {
        Scan scan = new Scan(guest.qr(), GATE, "Phone", false, UUID.randomUUID(), direction, list);
        return acting.as(staff(), () -> checkIns.scan(event.slug(), scan));
    }

    @Test
    void an_exit_counts_at_the_gates_and_for_the_types_of_its_list_and_of_its_device() {
        CheckInList north = add(new ListDetails(
                "North", ListKind.ADMISSION, ListRule.RE_ENTRY, List.of(), List.of("North"), null, null, null));
        assertThat(scan(Direction.IN, "North")).isEqualTo(Verdict.ADMITTED);

        assertThat(leaving(staff(), "South", north.id())).isEqualTo(Verdict.WRONG_GATE);
        assertThat(scan(Direction.IN, "North")).as("it did not leave").isEqualTo(Verdict.ALREADY_IN);
        DeviceFixture.Phone south = devices.phone(event, "South phone", "South");
        assertThat(leaving(south.actor(), "North", null)).isEqualTo(Verdict.WRONG_GATE);
        door.put(ticket, TicketState.REFUNDED);
        assertThat(leaving(staff(), "North", null)).as("nobody is held back").isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void without_a_list_an_exit_counts_at_the_devices_gates() {
        DeviceFixture.Phone south = devices.phone(event, "South phone", "South");

        assertThat(leaving(south.actor(), "North", null)).isEqualTo(Verdict.WRONG_GATE);
        assertThat(leaving(south.actor(), "South", null)).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void a_day_pass_counts_once_a_day_of_the_events_time_zone() {
        list(ListKind.ADMISSION, ListRule.ONCE_A_DAY, null);
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));

        assertThat(at(ticket, yesterday)).isEqualTo(Verdict.ADMITTED);
        assertThat(at(ticket, yesterday)).isEqualTo(Verdict.ALREADY_IN);
        assertThat(in(ticket, null)).isEqualTo(Verdict.ADMITTED);
        assertThat(in(ticket, null)).isEqualTo(Verdict.ALREADY_IN);
    }

    @Test
    void a_room_lets_in_as_many_as_it_has_places_and_another_when_one_leaves() throws Exception {
        CheckInList room = list(ListKind.SESSION, ListRule.RE_ENTRY, 3);
        List<TicketView> eight = door.tickets(event, 8);

        List<Object> outcomes = Rush.of(8, i -> () -> in(eight.get(i), room.id()));

        assertThat(Rush.only(outcomes, Verdict.class))
                .hasSize(8)
                .filteredOn(Verdict.ADMITTED::equals)
                .hasSize(3);
        assertThat(outcomes).contains(Verdict.OUTSIDE_HOURS);
        TicketView inside = eight.get(outcomes.indexOf(Verdict.ADMITTED));
        TicketView outside = eight.get(outcomes.indexOf(Verdict.OUTSIDE_HOURS));
        out(inside, room.id());
        assertThat(in(outside, room.id())).isEqualTo(Verdict.ADMITTED);
        assertThat(door.now(outside).state()).as("a room is not the event").isEqualTo(TicketState.ISSUED);
    }

    @Test
    void gates_that_scan_a_ticket_at_once_on_a_list_let_it_in_once() throws Exception {
        list(ListKind.ADMISSION, ListRule.RE_ENTRY, null);

        List<Object> outcomes = Rush.of(8, i -> () -> in(ticket, null));

        assertThat(outcomes).containsOnly(Verdict.ADMITTED, Verdict.ALREADY_IN).containsOnlyOnce(Verdict.ADMITTED);
    }

    @Test
    void a_shirt_is_handed_out_once_and_lets_nobody_in() {
        CheckInList shirts = list(ListKind.HAND_OUT, ListRule.ONCE, null);

        assertThat(in(ticket, shirts.id())).isEqualTo(Verdict.ADMITTED);
        assertThat(in(ticket, shirts.id())).isEqualTo(Verdict.ALREADY_IN);
        assertThat(door.now(ticket).state()).isEqualTo(TicketState.ISSUED);
        assertThat(in(ticket, null)).isEqualTo(Verdict.ADMITTED);

        CheckInView handed = scans().stream()
                .filter(scan -> !scan.admission())
                .reduce((a, b) -> b)
                .orElseThrow();
        acting.as(staff(), () -> undos.undo(event.slug(), handed.id(), "wrong size"));
        assertThat(door.now(ticket).state())
                .as("the shirt came back, the guest stays")
                .isEqualTo(TicketState.CHECKED_IN);
        assertThat(in(ticket, shirts.id())).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void types_gates_and_hours_of_a_list_decide() {
        TicketTypeView backstage = fixture.type(event, TicketFixture.perPerson(10, 5));
        TicketView crew = fixture.sell(fixture.hold(event, backstage, 1), "ada@example.org")
                .getFirst();
        add(new ListDetails(
                "Crew",
                ListKind.ADMISSION,
                ListRule.ONCE,
                List.of(backstage.id().value()),
                List.of(GATE),
                null,
                null,
                null));
        CheckInList later = add(new ListDetails(
                "Later",
                ListKind.SESSION,
                ListRule.ONCE,
                List.of(),
                List.of(),
                Instant.now().plusSeconds(3600),
                null,
                null));

        assertThat(in(ticket, null)).isEqualTo(Verdict.WRONG_GATE);
        assertThat(in(crew, null)).isEqualTo(Verdict.ADMITTED);
        assertThat(in(ticket, later.id())).isEqualTo(Verdict.OUTSIDE_HOURS);
        assertThat(door.scan(event, "K7QF-2M9P").verdict()).isEqualTo(Verdict.UNKNOWN);
        acting.as(owner(), () -> lists.archive(event.slug(), later.id()));
        assertThatThrownBy(() -> in(ticket, later.id())).isInstanceOf(InvalidInput.class);
    }

    @Test
    void undoing_one_of_two_entries_leaves_the_guest_in() {
        list(ListKind.ADMISSION, ListRule.RE_ENTRY, null);
        in(ticket, null);
        out(ticket, null);
        in(ticket, null);

        CheckInView last = scans().getFirst();
        acting.as(staff(), () -> undos.undo(event.slug(), last.id(), "slipped"));

        assertThat(door.now(ticket).state()).isEqualTo(TicketState.CHECKED_IN);
        assertThat(in(ticket, null)).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void mistakes_are_told_at_their_field() {
        assertThatThrownBy(() -> add(new ListDetails(
                        "",
                        null,
                        ListRule.ONCE,
                        List.of(UUID.randomUUID()),
                        List.of(),
                        Instant.now(),
                        Instant.now().minusSeconds(9),
                        5)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.problems())
                                .extracting(InvalidInput.Problem::field)
                                .containsExactly("name", "kind", "ticketTypes", "closesAt", "capacity"));
    }

    private CheckInList list(ListKind kind, ListRule rule, @Nullable Integer capacity) {
        return add(new ListDetails("List", kind, rule, List.of(), List.of(), null, null, capacity));
    }

    private CheckInList add(ListDetails details) {
        return acting.as(owner(), () -> lists.add(event.slug(), details));
    }

    private Verdict in(TicketView ticket, @Nullable UUID list) {
        return scan(ticket, Direction.IN, list);
    }

    private Verdict out(TicketView ticket, @Nullable UUID list) {
        return scan(ticket, Direction.OUT, list);
    }

    private Verdict scan(TicketView ticket, Direction direction, @Nullable UUID list) {
        Scan scan = new Scan(ticket.qr(), GATE, "Phone", false, null, direction, list);
        return acting.as(staff(), () -> checkIns.scan(event.slug(), scan)).verdict();
    }

    private Verdict scan(Direction direction, String gate) {
        Scan scan = new Scan(ticket.qr(), gate, "Phone", false, null, direction, null);
        return acting.as(staff(), () -> checkIns.scan(event.slug(), scan)).verdict();
    }

    private Verdict leaving(io.marquee.platform.tenancy.Actor who, String gate, @Nullable UUID list) {
        Scan scan = new Scan(ticket.qr(), gate, "Phone", false, null, Direction.OUT, list);
        return acting.as(who, () -> checkIns.scan(event.slug(), scan)).verdict();
    }

    private Verdict at(TicketView ticket, Instant at) {
        Scan scan = new Scan(ticket.qr(), GATE, "Phone", false, UUID.randomUUID(), Direction.IN, null);
        return acting.as(
                        staff(),
                        () -> checkIns.accept(event.slug(), new OfflineScan(scan, at, at, Verdict.ADMITTED, null)))
                .verdict();
    }

    private io.marquee.platform.tenancy.Actor.Person staff() {
        return EventFixture.person(event.id(), EventRole.STAFF);
    }

    private io.marquee.platform.tenancy.Actor.Person owner() {
        return EventFixture.owner(event.organization());
    }

    /** Newest first. */
    private List<CheckInView> scans() {
        return acting.as(staff(), () -> reads.ofEvent(event.slug(), false, null, 100))
                .items();
    }
}
