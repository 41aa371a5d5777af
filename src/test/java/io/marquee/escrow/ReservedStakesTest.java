package io.marquee.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.checkin.Verdict;
import io.marquee.event.EventView;
import io.marquee.ordering.Checkout;
import io.marquee.ordering.OrderRefused;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.ordering.Repayments;
import io.marquee.ordering.ReservationState;
import io.marquee.ordering.ReservedOrders;
import io.marquee.payment.PaymentState;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Payments;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.sandbox.FaultyProvider;
import io.marquee.payment.sandbox.SandboxFixture;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
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
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.Tickets;
import io.marquee.ticketing.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Stakes that are only reserved: nothing is taken of who comes. */
@MarqueeTest
class ReservedStakesTest {
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
    ReservedOrders reserved;

    @Autowired
    Repayments repayments;

    @Autowired
    Stakes stakes;

    @Autowired
    Settling settling;

    @Autowired
    Ordering ordering;

    @Autowired
    Payments payments;

    @Autowired
    Checkout checkout;

    @Autowired
    FaultyProvider faulty;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    Holds holds;

    @Autowired
    Tickets ticketCommands;

    @Autowired
    Acting acting;

    private EventView event;
    private TicketTypeView type;
    private Actor.Person owner;

    @BeforeEach
    void begin() {
        event = fixture.soon(tickets.event());
        type = fixture.type(event, 50);
        owner = EventFixture.owner(event.organization());
    }

    @Test
    void the_tickets_are_there_and_nothing_is_in_the_books() {
        OrderView order = orders.paid(event, type, 2);

        assertThat(order.state()).isEqualTo(OrderState.PAID);
        assertThat(order.reservation()).isEqualTo(ReservationState.HELD);
        assertThat(payment(order)).isEqualTo(PaymentState.AUTHORISED);
        assertThat(orders.ticketsOf(order)).extracting(TicketView::state).containsOnly(TicketState.STAKED);
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.HELD, 2));
        assertThat(books.ofEvent(event.id())).isEmpty();
        wellKept();
    }

    @Test
    void who_comes_never_pays() {
        OrderView order = orders.paid(event, type, 2);
        orders.ticketsOf(order)
                .forEach(ticket ->
                        assertThat(door.scan(event, ticket.qr()).verdict()).isEqualTo(Verdict.ADMITTED));

        fixture.passGrace(event);
        settling.pass();

        until(order, PaymentState.CANCELLED);
        assertThat(orders.now(order).reservation()).isEqualTo(ReservationState.LET_GO);
        assertThat(orders.now(order).state()).isEqualTo(OrderState.REFUNDED);
        assertThat(orders.refundsOf(order)).isEmpty();
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.RETURNED, 2));
        assertThat(orders.ticketsOf(order)).extracting(TicketView::state).containsOnly(TicketState.CHECKED_IN);
        assertThat(fixture.balance(event, "sales")).isZero();
        wellKept();
    }

    @Test
    void of_two_of_whom_one_comes_one_stake_is_taken() {
        OrderView order = orders.paid(event, type, 2);
        checkIn(orders.ticketsOf(order).getFirst());
        fixture.passGrace(event);
        settling.pass();
        assertThat(payment(order)).isEqualTo(PaymentState.AUTHORISED);

        lose();

        until(order, PaymentState.SUCCEEDED);
        OrderView now = orders.now(order);
        assertThat(now.reservation()).isEqualTo(ReservationState.TAKEN);
        assertThat(now.left()).isEqualTo(TicketFixture.PRICE);
        assertThat(orders.paymentsOf(order).getFirst().amount()).isEqualTo(TicketFixture.PRICE);
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.RETURNED, 1, StakeState.FORFEITED, 1));
        assertThat(fixture.balance(event, "sales")).isEqualTo(-PRICE);
        assertThat(fixture.balance(event, "provider_balance")).isEqualTo(PRICE);
        assertThat(fixture.balance(event, "stakes_held")).isZero();
        wellKept();
    }

    @Test
    void what_was_lost_is_forgiven_by_a_refund_or_by_not_being_taken() {
        OrderView taken = orders.paid(event, type, 1);
        OrderView waiting = orders.paid(event, type, 2);
        TicketView coming = orders.ticketsOf(waiting).getFirst();
        checkIn(coming);
        lose();
        until(taken, PaymentState.SUCCEEDED);

        acting.as(owner, () -> stakes.forgive(orders.ticketsOf(taken).getFirst().id()));
        acting.as(
                owner, () -> stakes.forgive(orders.ticketsOf(waiting).getLast().id()));
        fixture.passGrace(event);
        settling.pass();

        assertThat(orders.until(taken, OrderState.REFUNDED).refunded()).isEqualTo(TicketFixture.PRICE);
        assertThat(orders.refundsOf(taken)).hasSize(1);
        until(waiting, PaymentState.CANCELLED);
        assertThat(orders.refundsOf(waiting)).isEmpty();
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.FORGIVEN, 2, StakeState.RETURNED, 1));
        assertThat(fixture.balance(event, "sales")).isZero();
        wellKept();
    }

    @Test
    void an_order_that_the_team_gives_back_is_let_go_of() {
        OrderView order = orders.paid(event, type, 2);

        refundAll(order);
        settling.pass();

        until(order, PaymentState.CANCELLED);
        assertThat(orders.now(order).state()).isEqualTo(OrderState.REFUNDED);
        assertThat(orders.ticketsOf(order)).extracting(TicketView::state).containsOnly(TicketState.REFUNDED);
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.RETURNED, 2));
        wellKept();
    }

    @Test
    void what_the_bank_would_let_go_of_before_the_settlement_is_charged_and_returned() {
        OrderView order = orders.paid(event, type, 2);
        fixture.passReservations(event);

        settling.pass();

        until(order, PaymentState.SUCCEEDED);
        assertThat(fixture.balance(event, "stakes_held")).isEqualTo(-2 * PRICE);
        assertThat(fixture.balance(event, "sales")).isZero();
        checkIn(orders.ticketsOf(order).getFirst());
        lose();
        fixture.passGrace(event);
        settling.pass();
        assertThat(orders.until(order, OrderState.PARTIALLY_REFUNDED).left()).isEqualTo(TicketFixture.PRICE);
        assertThat(orders.refundsOf(order)).hasSize(1);
        assertThat(fixture.balance(event, "stakes_held")).isZero();
        assertThat(fixture.balance(event, "sales")).isEqualTo(-PRICE);
        wellKept();
    }

    @Test
    void what_the_bank_lets_go_of_has_lapsed_and_is_shown_as_that() {
        OrderView order = orders.paid(event, type, 2);
        checkIn(orders.ticketsOf(order).getFirst());

        // as a bank does it: nobody here asked for it
        acting.asSystem(
                event.organization(),
                () -> payments.release(orders.paymentsOf(order).getFirst().id()));

        assertThat(orders.now(order).reservation()).isEqualTo(ReservationState.LAPSED);
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.RETURNED, 1, StakeState.LAPSED, 1));
        assertThat(door.scan(event, orders.ticketsOf(order).getLast().qr()).verdict())
                .isEqualTo(Verdict.ADMITTED);
        lose();
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.RETURNED, 1, StakeState.LAPSED, 1));
        assertThat(fixture.balance(event, "sales")).isZero();
        wellKept();
    }

    @Test
    void what_is_taken_at_the_provider_though_nothing_was_bought_goes_back() {
        TicketTypeView last = fixture.type(event, 1);
        OrderView late = orders.placed(event, last, 1);
        // as if somebody had taken it in the dashboard, just before it is let go
        faulty.bend(fact -> fact.standing() == ChargeFact.Standing.CANCELLED ? taken(fact) : fact);
        try {
            PaymentView asks = acting.as(
                    OrderFixture.buyer(late),
                    () -> checkout.pay(late.id(), "faulty", PaymentFixture.CAREFUL_CARD, "http://localhost/return"));
            orders.pass(late);
            orders.paid(event, last, 1);
            sandbox.authenticate(asks, true);
            acting.as(OrderFixture.buyer(late), () -> checkout.lookAgain(late.id()));

            until(late, PaymentState.SUCCEEDED);
            assertThat(orders.now(late).bought()).isFalse();
            assertThat(orders.refundsOf(late))
                    .singleElement()
                    .satisfies(refund -> assertThat(refund.amount()).isEqualTo(TicketFixture.PRICE));
        } finally {
            faulty.mend();
        }
    }

    private static ChargeFact taken(ChargeFact fact) {
        return new ChargeFact(
                fact.ref(),
                fact.reference(),
                ChargeFact.Standing.SUCCEEDED,
                fact.amount(),
                null,
                null,
                null,
                fact.refunds(),
                fact.disputes());
    }

    @Test
    void nothing_goes_back_while_it_is_being_taken() {
        OrderView order = orders.paid(event, type, 1);

        assertThatThrownBy(() -> tickets.inside(event.organization(), () -> {
                    assertThat(reserved.settle(order.id())).isEqualTo(ReservationState.TAKING);
                    return repayments.repay(
                            order.id(), orders.ticketsOf(order).getFirst().id(), "ill");
                }))
                .isInstanceOf(OrderRefused.PaymentUndecided.class);
    }

    @Test
    void with_something_else_to_pay_or_later_than_in_a_week_it_is_charged() {
        TicketTypeView shirt = tickets.type(event, 10);
        OrderView mixed =
                orders.place(holds.take(event, Basket.of(new Wanted(type.id(), 1), new Wanted(shirt.id(), 1))));
        orders.pay(mixed, PaymentFixture.GOOD_CARD);
        EventView later = tickets.event();
        OrderView far = orders.paid(later, fixture.type(later, 5), 1);
        acting.as(owner, () -> stakes.choose(event, List.of(type.id()), new StakeTerms(150, 30, false)));
        OrderView slow = orders.paid(event, type, 1);

        assertThat(List.of(orders.now(mixed), far, slow))
                .extracting(OrderView::reservation)
                .containsOnlyNulls();
        assertThat(List.of(mixed, far, slow)).extracting(this::payment).containsOnly(PaymentState.SUCCEEDED);
    }

    @Test
    void however_scans_settlement_undo_refunds_and_the_bank_race_each_ends_once() throws Exception {
        List<OrderView> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) all.add(orders.paid(event, type, 2));
        List<TicketView> both =
                all.stream().flatMap(order -> orders.ticketsOf(order).stream()).toList();
        fixture.end(event, Instant.now().minus(Duration.ofHours(25)));
        Random random = new Random(11);
        List<Runnable> acts = new ArrayList<>();
        for (TicketView ticket : both) {
            acts.add(() -> checkIn(ticket));
            if (random.nextBoolean()) acts.add(() -> undo(ticket));
        }
        acts.add(() -> refundAll(all.get(0)));
        acts.add(() -> refundAll(all.get(1)));
        acts.add(() -> fixture.passReservations(event));
        for (int i = 0; i < 6; i++) {
            acts.add(() -> fixture.passGrace(event));
            acts.add(() -> settling.pass());
        }
        Collections.shuffle(acts, random);

        Rush.of(acts.size(), i -> () -> {
            acts.get(i).run();
            return i;
        });
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    fixture.passGrace(event);
                    settling.pass();
                    return orders.underWay(event).isEmpty();
                });

        Map<StakeState, Integer> states = fixture.states(event);
        assertThat(states)
                .containsOnlyKeys(states.keySet().stream()
                        .filter(state -> state == StakeState.RETURNED || state == StakeState.FORFEITED)
                        .toArray(StakeState[]::new));
        long kept = states.getOrDefault(StakeState.FORFEITED, 0) * PRICE;
        assertThat(all.stream()
                        .map(orders::now)
                        .mapToLong(order -> order.left().amount())
                        .sum())
                .isEqualTo(kept);
        assertThat(fixture.balance(event, "provider_balance")).isEqualTo(kept);
        assertThat(fixture.balance(event, "sales")).isEqualTo(-kept);
        assertThat(fixture.balance(event, "stakes_held")).isZero();
        wellKept();
    }

    private void wellKept() {
        assertThat(ledgers.breaches(event.id())).isEmpty();
        assertThat(fixture.bookBreaches(event)).isEmpty();
    }

    private PaymentState payment(OrderView order) {
        return orders.paymentsOf(order).getFirst().state();
    }

    private void until(OrderView order, PaymentState state) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> payment(order) == state);
    }

    private void lose() {
        fixture.end(event, Instant.now().minus(Duration.ofHours(25)));
        settling.pass();
    }

    private void checkIn(TicketView ticket) {
        tickets.inside(event.organization(), () -> ticketCommands.checkIn(ticket));
    }

    private void undo(TicketView ticket) {
        tickets.inside(event.organization(), () -> ticketCommands.undoCheckIn(ticket.id(), "wrong person"));
    }

    private void refundAll(OrderView order) {
        acting.as(owner, () -> ordering.refund(order.id(), "ill", null));
    }
}
