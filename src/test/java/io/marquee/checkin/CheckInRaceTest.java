package io.marquee.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.marquee.checkin.device.Enrolments;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.platform.config.Login;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.Rush;
import io.marquee.testing.TestDatabase;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.AddOns;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.Tickets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Gates that scan the same tickets at once. The controls take the guards away, and so the database is this class's own. */
@MarqueeTest(ownDatabase = true)
class CheckInRaceTest {
    private static final int GATES = 8;
    private static final int TICKETS = 10;

    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    Tickets tickets;

    @Autowired
    EventReads events;

    @Autowired
    CodeReader codes;

    @Autowired
    TicketReads reads;

    @Autowired
    AddOns addOns;

    @Autowired
    ListChoice lists;

    @Autowired
    ListEntry entry;

    @Autowired
    ScanBook book;

    @Autowired
    Enrolments enrolments;

    @Autowired
    Clock clock;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Settings settings;

    EventView event;
    List<TicketView> sold;

    @BeforeEach
    void tickets_are_sold() {
        event = fixture.event();
        sold = door.tickets(event, TICKETS);
    }

    @Test
    void each_ticket_is_admitted_once_however_many_gates_scan_it_and_all_others_hear_where_it_was() throws Exception {
        List<Object> outcomes = rush(this::scan);

        List<ScanResult> results = Rush.only(outcomes, ScanResult.class);
        assertThat(results).hasSize(GATES * TICKETS);
        assertThat(admissions(results))
                .hasSize(TICKETS)
                .allSatisfy((ticket, times) -> assertThat(times).isEqualTo(1));
        assertThat(results)
                .filteredOn(result -> result.verdict() != Verdict.ADMITTED)
                .hasSize((GATES - 1) * TICKETS)
                .allSatisfy(result -> {
                    assertThat(result.verdict()).isEqualTo(Verdict.ALREADY_IN);
                    assertThat(result.firstSeen()).isNotNull();
                });
    }

    @Test
    void a_ticket_that_is_refunded_while_it_is_scanned_is_let_in_or_refunded_and_nothing_else() throws Exception {
        List<Object> outcomes =
                Rush.of(2 * TICKETS, i -> i % 2 == 0 ? () -> scan(i, sold.get(i / 2)) : () -> refund(sold.get(i / 2)));

        assertThat(Rush.only(outcomes, ScanResult.class))
                .hasSize(TICKETS)
                .extracting(ScanResult::verdict)
                .containsAnyOf(Verdict.ADMITTED, Verdict.REFUNDED)
                .doesNotContain(Verdict.ALREADY_IN, Verdict.UNKNOWN);
    }

    @Test
    void without_the_compare_and_set_the_index_still_lets_each_in_once_but_gates_fail() throws Exception {
        List<Object> outcomes = rush(this::scanUnguarded);

        assertThat(admissions(Rush.only(outcomes, ScanResult.class)).values()).containsOnly(1L);
        assertThat(Rush.only(outcomes, DuplicateKeyException.class)).isNotEmpty();
    }

    @Test
    void without_both_guards_a_ticket_is_admitted_twice() throws Exception {
        asSuperuser("drop index checkin.admitted_once");
        try {
            List<Object> outcomes = rush(this::scanUnguarded);

            assertThat(admissions(Rush.only(outcomes, ScanResult.class)).values())
                    .anySatisfy(times -> assertThat(times).isGreaterThan(1));
        } finally {
            asSuperuser("delete from checkin.check_ins");
            asSuperuser(
                    "create unique index admitted_once on checkin.check_ins (ticket_id) where verdict = 'admitted'");
        }
    }

    private interface Gate {
        ScanResult scan(int gate, TicketView ticket);
    }

    private List<Object> rush(Gate gate) throws InterruptedException {
        return Rush.of(GATES * TICKETS, i -> () -> gate.scan(i % GATES, sold.get(i / GATES)));
    }

    private ScanResult scan(int gate, TicketView ticket) {
        return door.scan(EventFixture.owner(event.organization()), event, DoorFixture.at("Gate " + gate, ticket.qr()));
    }

    /** As the product does it, but that the ticket's state is set without being compared. */
    private ScanResult scanUnguarded(int gate, TicketView ticket) {
        Tickets unguarded = mock(Tickets.class);
        when(unguarded.checkIn(any())).thenAnswer(call -> setCheckedIn(call.getArgument(0)));
        CheckIns checkIns = new CheckIns(
                events,
                enrolments,
                new Deciding(codes, lists, entry, reads, unguarded, addOns),
                book,
                acting,
                transaction,
                clock);
        Scan scan = DoorFixture.at("Gate " + gate, ticket.qr());
        return acting.as(
                EventFixture.owner(event.organization()),
                () -> Objects.requireNonNull(transaction.execute(status -> checkIns.scan(event.slug(), scan))));
    }

    private boolean setCheckedIn(TicketView ticket) {
        return jdbc.sql("update ticketing.tickets set state = 'checked_in' where id = ?")
                        .param(ticket.id().value())
                        .update()
                == 1;
    }

    private String refund(TicketView ticket) {
        return fixture.inside(event.organization(), () -> {
            tickets.end(List.of(ticket.id()), TicketState.REFUNDED, false, "changed plans");
            return "refunded";
        });
    }

    private static Map<TicketId, Long> admissions(List<ScanResult> results) {
        return results.stream()
                .filter(result -> result.verdict() == Verdict.ADMITTED)
                .map(result -> Objects.requireNonNull(result.ticket()).id())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private void asSuperuser(String sql) throws SQLException {
        Login owner = Objects.requireNonNull(settings.database()).owner();
        try (Connection connection =
                        new TestDatabase(owner, owner).superuserHere().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
