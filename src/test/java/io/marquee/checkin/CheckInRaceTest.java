package io.marquee.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.marquee.checkin.device.Enrolments;
import io.marquee.checkin.list.Lists;
import io.marquee.event.EventView;
import io.marquee.platform.config.Login;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.testing.ApiClient;
import io.marquee.testing.DeviceFixture;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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
    DeviceFixture devices;

    @Autowired
    Tickets tickets;

    @Autowired
    DoorEvents doorEvents;

    @Autowired
    CodeReader codes;

    @Autowired
    TicketReads reads;

    @Autowired
    AddOns addOns;

    @Autowired
    ListChoice lists;

    @Autowired
    Lists checkInLists;

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
    void of_scans_at_one_gate_that_look_alike_one_is_told_that_it_is_good_and_each_is_a_row() throws Exception {
        List<Object> outcomes = Rush.of(16, i -> () -> scan(0, sold.get(i % 2)));
        Rush.of(4, i -> () -> door.scan(event, "FORGED" + "A".repeat(146)));

        assertThat(admissions(Rush.only(outcomes, ScanResult.class)))
                .hasSize(2)
                .allSatisfy((admitted, times) -> assertThat(times).isEqualTo(1));
        assertThat(fixture.inside(
                        event.organization(),
                        () -> jdbc.sql("select count(*) from checkin.check_ins where event_id = ?")
                                .param(event.id().value())
                                .query(Integer.class)
                                .single()))
                .isEqualTo(20);
    }

    @Test
    void the_same_holds_for_gates_at_nodes_of_their_own() throws Exception {
        List<Object> outcomes = rush((gate, ticket) -> scanOnAnotherNode(gate, ticket, tickets));

        List<ScanResult> results = Rush.only(outcomes, ScanResult.class);
        assertThat(results).hasSize(GATES * TICKETS);
        assertThat(admissions(results).values()).hasSize(TICKETS).containsOnly(1L);
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
            restoreIndex();
        }
    }

    @Test
    void without_both_guards_nodes_that_decide_scans_together_admit_twice_too() throws Exception {
        asSuperuser("drop index checkin.admitted_once");
        try {
            List<Object> outcomes = rush((gate, ticket) -> scanOnAnotherNode(gate, ticket, unguarded()));

            assertThat(admissions(Rush.only(outcomes, ScanResult.class)).values())
                    .anySatisfy(times -> assertThat(times).isGreaterThan(1));
        } finally {
            restoreIndex();
        }
    }

    @Test
    void what_the_database_refuses_of_one_scan_is_put_off_and_stops_none_of_the_others() throws Exception {
        ApiClient phone = devices.phone(event, "Phone").client();
        asSuperuser("alter table checkin.check_ins add constraint odd check (gate <> 'Odd')");
        try {
            String batch = BatchesTest.batch(
                    Instant.now(),
                    BatchesTest.alone(UUID.randomUUID(), sold.get(0).qr(), "Gate 1", Verdict.ADMITTED),
                    BatchesTest.alone(UUID.randomUUID(), sold.get(1).qr(), "Odd", Verdict.ADMITTED),
                    BatchesTest.alone(UUID.randomUUID(), sold.get(2).qr(), "Gate 1", Verdict.ADMITTED));

            ApiClient.Answer answer = phone.post("/events/" + event.id() + "/check-ins/batches", batch);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("results"))
                    .extracting(result -> result.path("outcome").asString())
                    .containsExactly("confirmed", "deferred", "confirmed");
            assertThat(door.now(sold.get(1)).open()).isTrue();
        } finally {
            asSuperuser("alter table checkin.check_ins drop constraint odd");
        }
    }

    private void restoreIndex() throws SQLException {
        asSuperuser("delete from checkin.check_ins");
        asSuperuser("""
                create unique index admitted_once on checkin.check_ins (ticket_id, entry_right)
                 where verdict = 'admitted' and direction = 'in' and undone_at is null
                """);
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

    /** As the product does it alone, but that the ticket's state is set without being compared. */
    private ScanResult scanUnguarded(int gate, TicketView ticket) {
        CheckIns checkIns = node(unguarded());
        Scan scan = DoorFixture.at("Gate " + gate, ticket.qr());
        return acting.as(
                EventFixture.owner(event.organization()),
                () -> Objects.requireNonNull(transaction.execute(status -> checkIns.scan(event.slug(), scan))));
    }

    /** As the product does it for scans that come together, on a node of its own. */
    private ScanResult scanOnAnotherNode(int gate, TicketView ticket, Tickets guarding) {
        CheckIns checkIns = node(guarding);
        Scan scan = DoorFixture.at("Gate " + gate, ticket.qr());
        return acting.as(EventFixture.owner(event.organization()), () -> checkIns.scan(event.slug(), scan));
    }

    private CheckIns node(Tickets guarding) {
        Deciding deciding = new Deciding(codes, lists, entry, reads, guarding, addOns);
        ScanBatch batch =
                new ScanBatch(doorEvents, enrolments, reads, guarding, deciding, book, acting, transaction, clock);
        return new CheckIns(
                doorEvents, enrolments, codes, checkInLists, deciding, book, batch, acting, transaction, clock);
    }

    private Tickets unguarded() {
        Tickets unguarded = mock(Tickets.class);
        when(unguarded.checkIn(any(TicketView.class))).thenAnswer(call -> setCheckedIn(call.getArgument(0)));
        when(unguarded.checkIn(anyMap())).thenAnswer(call -> {
            Set<TicketView> coming = call.<Map<TicketView, Actor>>getArgument(0).keySet();
            coming.forEach(this::setCheckedIn);
            return coming.stream().map(TicketView::id).collect(Collectors.toSet());
        });
        return unguarded;
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
