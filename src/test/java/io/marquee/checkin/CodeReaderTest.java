package io.marquee.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import io.marquee.event.EventView;
import io.marquee.kernel.ShortCode;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.MovingRules;
import io.marquee.ticketing.TicketCodes;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class CodeReaderTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    TicketCodes codes;

    @Autowired
    MovingRules rules;

    @Autowired
    CheckInReads reads;

    @Autowired
    Acting acting;

    final TicketReads tickets = mock(TicketReads.class);

    EventView event;

    @BeforeEach
    void an_event_is_on() {
        event = fixture.event();
    }

    @Test
    void where_the_code_says_enough_the_database_is_asked_for_no_ticket() {
        Instant at = Instant.now();
        CodeReader reader = new CodeReader(codes, tickets, rules);
        String genuine = door.ticket(event).qr();
        String elsewhere = door.ticket(fixture.event()).qr();

        assertThat(reader.read(event, genuine.replaceFirst(".$", genuine.endsWith("A") ? "Q" : "A"), at)
                        .byCode())
                .isEqualTo(Verdict.FORGED);
        assertThat(reader.read(event, "https://example.org/ticket", at).byCode())
                .isEqualTo(Verdict.FORGED);
        assertThat(reader.read(event, elsewhere, at).byCode()).isEqualTo(Verdict.WRONG_EVENT);
        assertThat(reader.read(event, "K7QF", at).byCode()).isEqualTo(Verdict.UNKNOWN);
        verifyNoInteractions(tickets);
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

        assertThat(result).isEqualTo(new ScanResult(Verdict.WRONG_EVENT, null, null, null));
        assertThat(door.now(elsewhere).state()).isEqualTo(TicketState.ISSUED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 40, 80, 100, 150})
    void a_code_changed_anywhere_is_forged(int place) {
        TicketView ticket = door.ticket(event);
        StringBuilder changed = new StringBuilder(ticket.qr());
        changed.setCharAt(place, changed.charAt(place) == 'A' ? 'B' : 'A');

        ScanResult result = door.scan(event, changed.toString());

        assertThat(result).isEqualTo(new ScanResult(Verdict.FORGED, null, null, null));
        assertThat(scans()).extracting(CheckInView::verdict).containsExactly(Verdict.FORGED);
        assertThat(door.now(ticket).state()).isEqualTo(TicketState.ISSUED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/wifi", "' or 1=1 --", "🎟🎟🎟🎟🎟", "WIFI:S:Pier14;T:WPA;P:secret;;"})
    void what_is_no_code_of_ours_is_forged(String text) {
        assertThat(door.scan(event, text).verdict()).isEqualTo(Verdict.FORGED);
    }

    @Test
    void the_old_code_of_a_ticket_that_was_passed_on_does_not_open() {
        TicketView ticket = door.ticket(event);
        door.passOn(ticket);

        assertThat(door.scan(event, ticket.qr()).verdict()).isEqualTo(Verdict.TRANSFERRED);
        assertThat(door.now(ticket).state()).isEqualTo(TicketState.ISSUED);
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
