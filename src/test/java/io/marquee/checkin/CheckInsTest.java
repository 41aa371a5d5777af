package io.marquee.checkin;

import static io.marquee.testing.DoorFixture.DEVICE;
import static io.marquee.testing.DoorFixture.GATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.audit.History;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.Tickets;
import io.marquee.ticketing.Wanted;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MarqueeTest
class CheckInsTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    Tickets tickets;

    @Autowired
    Holds holds;

    @Autowired
    CheckInReads reads;

    @Autowired
    History history;

    @Autowired
    JdbcClient jdbc;

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
                        ticket.id(),
                        "Ada Lind",
                        "General admission",
                        TicketState.CHECKED_IN,
                        2,
                        2,
                        null,
                        false,
                        List.of()));
        assertThat(second.verdict()).isEqualTo(Verdict.ALREADY_IN);
        assertThat(second.ticket()).isEqualTo(first.ticket());
        CheckInView admission = scans().getLast();
        assertThat(second.firstSeen()).isEqualTo(new ScanResult.FirstSeen(admission.at(), GATE, DEVICE));
    }

    @Test
    void an_add_on_admits_nobody_it_counts_at_the_gate_that_is_called_like_it() {
        TicketTypeView admission = fixture.type(event, 10);
        TicketTypeView parking = fixture.type(event, TicketFixture.addOn("Parking", 10));
        List<TicketView> sold = fixture.sell(
                holds.take(event, Basket.of(new Wanted(admission.id(), 1), new Wanted(parking.id(), 1))),
                "ada@example.org");
        TicketView seat = sold.getFirst();
        TicketView car = sold.getLast();

        ScanResult atTheDoor = door.scan(event, car.qr());
        assertThat(atTheDoor.verdict()).isEqualTo(Verdict.WRONG_GATE);
        assertThat(atTheDoor.ticket().addOn()).isTrue();
        assertThat(door.now(car).state()).isEqualTo(TicketState.ISSUED);
        assertThat(door.scan(staff(), event, DoorFixture.at("parking ", seat.qr()))
                        .verdict())
                .isEqualTo(Verdict.WRONG_GATE);

        assertThat(door.scan(staff(), event, DoorFixture.at("parking ", car.qr()))
                        .verdict())
                .isEqualTo(Verdict.ADMITTED);
        assertThat(door.scan(event, seat.qr()).verdict()).isEqualTo(Verdict.ADMITTED);
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
    void nobody_changes_or_deletes_a_scan_afterwards() {
        door.scan(event, door.ticket(event).code());

        for (String change : List.of(
                "update checkin.check_ins set verdict = 'forged'",
                "update checkin.check_ins set at = now()",
                "delete from checkin.check_ins"))
            assertThatThrownBy(() -> fixture.inside(
                            event.organization(), () -> jdbc.sql(change).update()))
                    .rootCause()
                    .hasMessageContaining("permission denied");
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
