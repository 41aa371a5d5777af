package io.marquee.checkin;

import static io.marquee.testing.DoorFixture.DEVICE;
import static io.marquee.testing.DoorFixture.GATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.audit.History;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.kernel.Forbidden;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.ShortCode;
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
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.Tickets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class CheckInsTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    Tickets tickets;

    @Autowired
    CheckInReads reads;

    @Autowired
    History history;

    @Autowired
    Acting acting;

    EventView event;

    @BeforeEach
    void an_event_is_on() {
        event = fixture.event();
    }

    @Test
    void a_ticket_is_admitted_once_and_the_second_scan_says_when_and_where_the_first_was() {
        TicketView ticket = door.tickets(event, 2).getLast();

        ScanResult first = door.scan(event, ticket.qr());
        ScanResult second = door.scan(staff(), event, DoorFixture.at("North gate", ticket.qr()));

        assertThat(first.verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(first.firstSeen()).isNull();
        assertThat(first.ticket())
                .isEqualTo(new ScanResult.Admittee(
                        ticket.id(), "Ada Lind", "General admission", TicketState.CHECKED_IN, 2, 2));
        assertThat(second.verdict()).isEqualTo(Verdict.ALREADY_IN);
        assertThat(second.ticket()).isEqualTo(first.ticket());
        CheckInView admission = scans().getLast();
        assertThat(second.firstSeen()).isEqualTo(new ScanResult.FirstSeen(admission.at(), GATE, DEVICE));
    }

    @Test
    void an_admission_moves_the_ticket_and_its_history_names_who_scanned() {
        TicketView ticket = door.ticket(event);
        Actor.Person mara = staff();

        door.scan(mara, event, DoorFixture.at(GATE, ticket.qr()));

        assertThat(door.now(ticket).state()).isEqualTo(TicketState.CHECKED_IN);
        History.Entry move = acting.asSystem(
                        event.organization(), () -> history.of(ticket.id().value()))
                .getLast();
        assertThat(move.from()).isEqualTo("issued");
        assertThat(move.to()).isEqualTo("checked_in");
        assertThat(move.actorId()).isEqualTo(mara.person().value());
    }

    @Test
    void every_scan_is_a_row_with_its_gate_device_and_operator() {
        TicketView ticket = door.ticket(event);
        Actor.Person mara = staff();

        door.scan(mara, event, DoorFixture.at(" North gate ", ticket.code()));
        door.scan(mara, event, DoorFixture.at(GATE, ticket.code()));
        door.scan(mara, event, DoorFixture.at(GATE, "2222-2222"));

        assertThat(scans())
                .extracting(CheckInView::verdict)
                .containsExactly(Verdict.UNKNOWN, Verdict.ALREADY_IN, Verdict.ADMITTED);
        assertThat(scans()).allSatisfy(scan -> {
            assertThat(scan.operator()).isEqualTo(mara.person().value());
            assertThat(scan.device()).isEqualTo(DEVICE);
        });
        assertThat(scans().getFirst().ticket()).isNull();
        assertThat(scans().getLast().ticket()).isEqualTo(ticket.id().value());
        assertThat(acting.as(mara, () -> reads.byGate(event.slug())))
                .containsExactly(new GateCount("North gate", 1, 0), new GateCount(GATE, 0, 2));
        assertThat(acting.as(mara, () -> reads.ofEvent(event.slug(), true, null, 10))
                        .items())
                .hasSize(2);
    }

    @Test
    void a_dry_run_tells_the_verdict_and_changes_nothing() {
        TicketView ticket = door.ticket(event);

        ScanResult look = door.scan(staff(), event, new Scan(ticket.qr(), GATE, DEVICE, true));

        assertThat(look.verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(look.ticket()).isNotNull();
        assertThat(look.ticket().state()).isEqualTo(TicketState.ISSUED);
        assertThat(door.now(ticket).state()).isEqualTo(TicketState.ISSUED);
        assertThat(scans()).isEmpty();
        assertThat(door.scan(event, ticket.qr()).verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(door.scan(staff(), event, new Scan(ticket.qr(), GATE, DEVICE, true))
                        .verdict())
                .isEqualTo(Verdict.ALREADY_IN);
        assertThat(scans()).hasSize(1);
    }

    @Test
    void a_short_code_may_be_typed_in_any_case_with_or_without_its_dash() {
        List<TicketView> typed = door.tickets(event, 3);
        String grouped = ShortCode.grouped(typed.get(1).code());

        assertThat(door.scan(event, typed.get(0).code()).verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(door.scan(event, grouped.toLowerCase(Locale.ROOT)).verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(door.scan(event, " " + typed.get(2).code().replaceAll(".", "$0 "))
                        .verdict())
                .isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void a_code_with_a_slip_in_it_or_of_no_ticket_is_unknown() {
        TicketView ticket = door.ticket(event);
        String code = ticket.code();

        assertThat(door.scan(event, code.substring(1)).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(door.scan(event, code.substring(1) + code.charAt(0)).verdict())
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(door.scan(event, ShortCode.next(8)).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(door.now(ticket).state()).isEqualTo(TicketState.ISSUED);
    }

    @Test
    void a_short_code_opens_the_door_of_its_own_event_only() {
        TicketView elsewhere = door.ticket(fixture.event());

        assertThat(door.scan(event, elsewhere.code()).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void a_genuine_code_of_another_event_is_told_as_such_and_says_nothing_of_its_holder() {
        TicketView elsewhere = door.ticket(fixture.event());

        ScanResult result = door.scan(event, elsewhere.qr());

        assertThat(result).isEqualTo(new ScanResult(Verdict.WRONG_EVENT, null, null));
        assertThat(door.now(elsewhere).state()).isEqualTo(TicketState.ISSUED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 40, 80, 100, 150})
    void a_code_changed_anywhere_is_forged(int place) {
        TicketView ticket = door.ticket(event);
        StringBuilder changed = new StringBuilder(ticket.qr());
        changed.setCharAt(place, changed.charAt(place) == 'A' ? 'B' : 'A');

        ScanResult result = door.scan(event, changed.toString());

        assertThat(result).isEqualTo(new ScanResult(Verdict.FORGED, null, null));
        assertThat(scans()).extracting(CheckInView::verdict).containsExactly(Verdict.FORGED);
        assertThat(door.now(ticket).state()).isEqualTo(TicketState.ISSUED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/wifi", "' or 1=1 --", "🎟🎟🎟🎟🎟", "WIFI:S:Pier14;T:WPA;P:secret;;"})
    void what_is_no_code_of_ours_is_forged(String text) {
        assertThat(door.scan(event, text).verdict()).isEqualTo(Verdict.FORGED);
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING_APPROVAL, NOT_APPROVED",
        "DECLINED, NOT_APPROVED",
        "CANCELLED, CANCELLED",
        "REFUNDED, REFUNDED",
        "EXPIRED, OUTSIDE_HOURS",
        "FORFEITED, OUTSIDE_HOURS",
        "STAKED, ADMITTED"
    })
    void a_tickets_state_decides(TicketState state, Verdict verdict) {
        TicketView ticket = door.ticket(event);
        door.put(ticket, state);

        ScanResult result = door.scan(event, ticket.qr());

        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(result.ticket()).isNotNull();
        assertThat(door.now(ticket).state()).isEqualTo(verdict == Verdict.ADMITTED ? TicketState.CHECKED_IN : state);
    }

    @Test
    void one_who_was_in_and_got_the_money_back_is_refused_and_the_first_scan_is_told() {
        TicketView ticket = door.ticket(event);
        door.scan(event, ticket.qr());
        fixture.inside(event.organization(), () -> {
            tickets.end(List.of(ticket.id()), TicketState.REFUNDED, false, "sang off key");
            return 0;
        });

        ScanResult result = door.scan(event, ticket.qr());

        assertThat(result.verdict()).isEqualTo(Verdict.REFUNDED);
        assertThat(result.firstSeen()).isNotNull();
    }

    @Test
    void the_old_code_of_a_ticket_that_was_passed_on_does_not_open() {
        TicketView ticket = door.ticket(event);
        door.passOn(ticket);

        assertThat(door.scan(event, ticket.qr()).verdict()).isEqualTo(Verdict.TRANSFERRED);
        assertThat(door.now(ticket).state()).isEqualTo(TicketState.ISSUED);
    }

    @ParameterizedTest
    @EnumSource(
            value = EventState.class,
            names = {"ENDED", "ARCHIVED"})
    void after_the_end_nobody_is_let_in(EventState over) {
        List<TicketView> both = door.tickets(event, 2);
        door.scan(event, both.getFirst().qr());
        door.put(event, over);

        assertThat(door.scan(event, both.getLast().qr()).verdict()).isEqualTo(Verdict.OUTSIDE_HOURS);
        assertThat(door.scan(event, both.getFirst().qr()).verdict()).isEqualTo(Verdict.ALREADY_IN);
        assertThat(door.now(both.getLast()).state()).isEqualTo(TicketState.ISSUED);
    }

    @Test
    void a_live_event_lets_in_and_a_cancelled_one_does_not() {
        List<TicketView> both = door.tickets(event, 2);

        door.put(event, EventState.LIVE);
        assertThat(door.scan(event, both.getFirst().qr()).verdict()).isEqualTo(Verdict.ADMITTED);
        door.put(event, EventState.CANCELLED);
        assertThat(door.scan(event, both.getLast().qr()).verdict()).isEqualTo(Verdict.CANCELLED);
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

    @Test
    void the_count_of_those_who_came_leaves_out_what_was_given_back() {
        List<TicketView> four = door.tickets(event, 4);
        door.scan(event, four.get(0).qr());
        door.put(four.get(1), TicketState.REFUNDED);
        door.put(four.get(2), TicketState.EXPIRED);

        var turnout = acting.as(staff(), () -> reads.turnout(event.slug()));

        assertThat(turnout.in()).isEqualTo(1);
        assertThat(turnout.of()).isEqualTo(3);
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
