package io.marquee.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.checkin.CheckIns;
import io.marquee.checkin.Direction;
import io.marquee.checkin.OfflineScan;
import io.marquee.checkin.Scan;
import io.marquee.checkin.ScanResult;
import io.marquee.checkin.Undos;
import io.marquee.checkin.Verdict;
import io.marquee.event.EventView;
import io.marquee.kernel.Refusal;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.ReservationState;
import io.marquee.payment.PaymentState;
import io.marquee.payment.PaymentView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.testing.BookFixture;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.Ledgers;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.Rush;
import io.marquee.testing.StakeFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A gate without a network let somebody in, and tells of it when their stake was lost already. */
@MarqueeTest
class CameAfterAllTest {
    private static final long PRICE = TicketFixture.PRICE.amount();

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    DoorFixture door;

    @Autowired
    StakeFixture fixture;

    @Autowired
    Ledgers ledgers;

    @Autowired
    BookFixture books;

    @Autowired
    CheckIns checkIns;

    @Autowired
    Undos undos;

    @Autowired
    Stakes stakes;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    private EventView event;
    private TicketTypeView type;
    private Actor.Person owner;

    @BeforeEach
    void begin() {
        event = tickets.event();
        type = fixture.type(event, 50);
        owner = EventFixture.owner(event.organization());
    }

    @Test
    void what_was_charged_goes_back_once_however_often_gates_tell_of_it() {
        OrderView order = orders.paid(event, type, 2);
        TicketView came = orders.ticketsOf(order).getFirst();
        lose();
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.FORFEITED, 2));
        UUID nonce = UUID.randomUUID();

        ScanResult told = sync(came, nonce);
        sync(came, nonce);
        ScanResult another = sync(came, UUID.randomUUID());
        fixture.passGrace(event);
        fixture.pass();
        fixture.pass();

        assertThat(told.verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(told.conflict()).isNull();
        assertThat(another.verdict()).isEqualTo(Verdict.ALREADY_IN);
        assertThat(another.conflict()).isNotNull();
        assertThat(door.now(came).state()).isEqualTo(TicketState.CHECKED_IN);
        assertThat(orders.until(order, OrderState.PARTIALLY_REFUNDED).refunded())
                .isEqualTo(TicketFixture.PRICE);
        assertThat(orders.refundsOf(order)).hasSize(1);
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.RETURNED, 1, StakeState.FORFEITED, 1));
        assertThat(fixture.reasons(event, StakeState.RETURNING)).containsExactly("came_after_all");
        assertThat(fixture.balance(event, "stakes_held")).isZero();
        assertThat(fixture.balance(event, "sales")).isEqualTo(-PRICE);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(fixture.mails(event))
                        .contains("Your stake for " + event.details().title() + " comes back"));
        wellKept();
    }

    @Test
    void of_gates_that_tell_at_once_while_the_team_forgives_one_sends_the_money_back() throws Exception {
        OrderView order = orders.paid(event, type, 1);
        TicketView ticket = orders.ticketsOf(order).getFirst();
        fixture.end(event, Instant.now().minus(Duration.ofHours(25)));

        Rush.of(12, i -> () -> {
            switch (i % 3) {
                case 0 -> fixture.pass();
                case 1 -> sync(ticket, UUID.randomUUID());
                default -> tolerant(() -> acting.as(owner, () -> stakes.forgive(ticket.id())));
            }
            return i;
        });
        fixture.pass();
        fixture.passGrace(event);
        fixture.pass();

        assertThat(orders.until(order, OrderState.REFUNDED).refunded()).isEqualTo(order.total());
        assertThat(orders.refundsOf(order)).hasSize(1);
        assertThat(door.now(ticket).state()).isEqualTo(TicketState.CHECKED_IN);
        assertThat(fixture.balance(event, "stakes_held")).isZero();
        assertThat(fixture.balance(event, "sales")).isZero();
        wellKept();
    }

    @Test
    void what_was_taken_back_after_all_is_lost_once_more_and_earned_once() {
        OrderView order = orders.paid(event, type, 1);
        TicketView ticket = orders.ticketsOf(order).getFirst();
        lose();
        sync(ticket, UUID.randomUUID());

        acting.as(owner, () -> undos.undo(event.slug(), scanOf(ticket), "another phone"));
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.HELD, 1));
        fixture.pass();

        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.FORFEITED, 1));
        assertThat(door.now(ticket).state()).isEqualTo(TicketState.FORFEITED);
        assertThat(orders.refundsOf(order)).isEmpty();
        assertThat(fixture.balance(event, "stakes_held")).isZero();
        assertThat(fixture.balance(event, "sales")).isEqualTo(-PRICE);
        wellKept();
    }

    @Test
    void a_card_that_was_kept_is_not_charged_any_more_or_gets_it_back() {
        fixture.keepCards(event, type);
        OrderView charged = orders.paid(event, type, 1);
        OrderView refused = orders.placed(event, type, 1);
        orders.pay(refused, PaymentFixture.POOR_CARD);
        lose();
        fixture.pass();
        until(charged, PaymentState.SUCCEEDED, PaymentState.CANCELLED);
        until(refused, PaymentState.FAILED, PaymentState.AUTHORISED);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> fixture.states(event).equals(Map.of(StakeState.FORFEITED, 1, StakeState.UNPAID, 1)));

        sync(orders.ticketsOf(charged).getFirst(), UUID.randomUUID());
        sync(orders.ticketsOf(refused).getFirst(), UUID.randomUUID());
        // its next try would be due
        fixture.passTries(event);
        fixture.pass();
        assertThat(orders.paymentsOf(refused)).hasSize(2);
        fixture.passGrace(event);
        fixture.pass();

        assertThat(orders.until(charged, OrderState.REFUNDED).refunded()).isEqualTo(charged.total());
        assertThat(orders.refundsOf(charged)).hasSize(1);
        until(refused, PaymentState.FAILED, PaymentState.CANCELLED);
        assertThat(orders.now(refused).reservation()).isEqualTo(ReservationState.LET_GO);
        assertThat(orders.refundsOf(refused)).isEmpty();
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.RETURNED, 2));
        assertThat(fixture.balance(event, "provider_balance")).isZero();
        wellKept();
    }

    /** A gate's clock is its own word: what it tells long afterwards is for the team to believe. */
    @Test
    void what_is_told_weeks_later_brings_nothing_back_by_itself() {
        OrderView order = orders.paid(event, type, 1);
        TicketView ticket = orders.ticketsOf(order).getFirst();
        lose();
        tickets.inside(
                event.organization(),
                () -> jdbc.sql("""
                                update event.events set starts_at = now() - interval '173 hours', ends_at = now() - interval '169 hours'
                                where id = ?
                                """).param(event.id().value()).update());

        ScanResult told = sync(ticket, UUID.randomUUID(), Instant.now().minus(Duration.ofHours(170)));

        assertThat(told.verdict()).isEqualTo(Verdict.OUTSIDE_HOURS);
        assertThat(told.conflict()).isNotNull();
        assertThat(door.now(ticket).state()).isEqualTo(TicketState.FORFEITED);
        acting.as(owner, () -> stakes.forgive(ticket.id()));
        assertThat(orders.until(order, OrderState.REFUNDED).refunded()).isEqualTo(order.total());
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.FORGIVEN, 1));
        wellKept();
    }

    @Test
    void who_comes_when_all_is_over_has_lost_it() {
        TicketView ticket = fixture.bought(event, type, 1).getFirst();
        lose();
        door.put(event, io.marquee.event.EventState.LIVE);

        assertThat(door.scan(event, ticket.qr()).verdict()).isEqualTo(Verdict.OUTSIDE_HOURS);
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.FORFEITED, 1));
    }

    private void lose() {
        fixture.end(event, Instant.now().minus(Duration.ofHours(25)));
        fixture.pass();
    }

    /** Of somebody who came during the event. */
    private ScanResult sync(TicketView ticket, UUID nonce) {
        return sync(ticket, nonce, event.endsAt().minus(Duration.ofHours(1)));
    }

    private ScanResult sync(TicketView ticket, UUID nonce, Instant then) {
        Scan scan = new Scan(ticket.qr(), DoorFixture.GATE, DoorFixture.DEVICE, false, nonce, Direction.IN, null);
        return acting.as(
                EventFixture.person(event.id(), EventRole.STAFF),
                () -> checkIns.accept(event.slug(), new OfflineScan(scan, then, then, Verdict.ADMITTED, null)));
    }

    private UUID scanOf(TicketView ticket) {
        return tickets.inside(
                event.organization(),
                () -> jdbc.sql("select id from checkin.check_ins where ticket_id = ? and verdict = 'admitted'")
                        .param(ticket.id().value())
                        .query(UUID.class)
                        .single());
    }

    private void until(OrderView order, PaymentState... newestFirst) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> orders.paymentsOf(order).stream()
                        .map(PaymentView::state)
                        .toList()
                        .equals(List.of(newestFirst)));
    }

    private static void tolerant(Runnable work) {
        try {
            work.run();
        } catch (Refusal quicker) {
            // somebody else was
        }
    }

    private void wellKept() {
        assertThat(ledgers.breaches(event.id())).isEmpty();
        assertThat(fixture.bookBreaches(event)).isEmpty();
    }
}
