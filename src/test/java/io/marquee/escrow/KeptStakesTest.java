package io.marquee.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.checkin.Verdict;
import io.marquee.event.EventView;
import io.marquee.kernel.Refusal;
import io.marquee.ordering.Checkout;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.ordering.ReservationState;
import io.marquee.payment.PaymentState;
import io.marquee.payment.PaymentView;
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
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Stakes for which a card is kept: nothing is set aside, and only who does not come is charged. */
@MarqueeTest
class KeptStakesTest {
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
    SandboxFixture sandbox;

    @Autowired
    Ledgers ledgers;

    @Autowired
    BookFixture books;

    @Autowired
    Stakes stakes;

    @Autowired
    Ordering ordering;

    @Autowired
    Checkout checkout;

    @Autowired
    Acting acting;

    private EventView event;
    private TicketTypeView type;
    private Actor.Person owner;

    @BeforeEach
    void begin() {
        event = tickets.event();
        owner = EventFixture.owner(event.organization());
        type = fixture.type(event, 50);
        fixture.keepCards(event, type);
    }

    @Test
    void the_tickets_are_there_and_nothing_moved() {
        OrderView order = orders.paid(event, type, 2);

        assertThat(order.state()).isEqualTo(OrderState.PAID);
        assertThat(order.reservation()).isEqualTo(ReservationState.KEPT);
        assertThat(states(order)).containsExactly(PaymentState.AUTHORISED);
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.HELD, 2));
        assertThat(books.ofEvent(event.id())).isEmpty();
        wellKept();
    }

    @Test
    void who_comes_pays_nothing_and_the_card_is_forgotten() {
        OrderView order = orders.paid(event, type, 2);
        orders.ticketsOf(order)
                .forEach(ticket ->
                        assertThat(door.scan(event, ticket.qr()).verdict()).isEqualTo(Verdict.ADMITTED));

        fixture.passGrace(event);
        fixture.pass();

        until(order, PaymentState.CANCELLED);
        assertThat(orders.now(order).reservation()).isEqualTo(ReservationState.LET_GO);
        assertThat(orders.now(order).state()).isEqualTo(OrderState.REFUNDED);
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.RETURNED, 2));
        assertThat(books.ofEvent(event.id())).isEmpty();
        wellKept();
    }

    @Test
    void of_two_of_whom_one_comes_one_stake_is_charged() {
        OrderView order = half(PaymentFixture.GOOD_CARD);

        until(order, PaymentState.SUCCEEDED, PaymentState.CANCELLED);
        OrderView now = orders.now(order);
        assertThat(now.reservation()).isEqualTo(ReservationState.TAKEN);
        assertThat(now.left()).isEqualTo(TicketFixture.PRICE);
        assertThat(orders.paymentsOf(order).getFirst().amount()).isEqualTo(TicketFixture.PRICE);
        assertThat(now.paidBy()).isEqualTo(orders.paymentsOf(order).getFirst().id());
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.RETURNED, 1, StakeState.FORFEITED, 1));
        assertThat(fixture.balance(event, "sales")).isEqualTo(-PRICE);
        assertThat(fixture.balance(event, "provider_balance")).isEqualTo(PRICE);
        assertThat(fixture.balance(event, "stakes_held")).isZero();
        wellKept();
    }

    @Test
    void a_no_show_that_was_charged_is_forgiven_by_a_refund() {
        OrderView order = half(PaymentFixture.GOOD_CARD);
        until(order, PaymentState.SUCCEEDED, PaymentState.CANCELLED);

        acting.as(owner, () -> stakes.forgive(orders.ticketsOf(order).getLast().id()));

        assertThat(orders.until(order, OrderState.REFUNDED).refunded()).isEqualTo(order.total());
        assertThat(orders.refundsOf(order)).hasSize(1);
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.RETURNED, 1, StakeState.FORGIVEN, 1));
        assertThat(fixture.balance(event, "sales")).isZero();
        wellKept();
    }

    @Test
    void what_a_bank_refuses_is_unpaid_tried_again_a_few_times_and_paid_in_another_way() {
        OrderView order = half(PaymentFixture.POOR_CARD);
        unpaid();
        assertThat(orders.now(order).reservation()).isEqualTo(ReservationState.OWED);
        fixture.passTries(event);
        fixture.pass();
        tries(order, 2);
        again(order);
        tries(order, 3);
        again(order);
        tries(order, 4);
        assertThatThrownBy(() -> again(order)).isInstanceOf(EscrowRefused.TriedOftenEnough.class);
        fixture.passTries(event);
        fixture.pass();
        assertThat(orders.paymentsOf(order)).hasSize(5);
        wellKept();

        PaymentView paid = orders.pay(order, PaymentFixture.GOOD_CARD);

        assertThat(paid.state()).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(paid.amount()).isEqualTo(TicketFixture.PRICE);
        assertThat(orders.now(order).reservation()).isEqualTo(ReservationState.TAKEN);
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.RETURNED, 1, StakeState.FORFEITED, 1));
        assertThat(fixture.balance(event, "provider_balance")).isEqualTo(PRICE);
        wellKept();
    }

    @Test
    void a_bank_that_wants_to_ask_its_customer_is_not_asked_again_by_itself() {
        OrderView order = orders.placed(event, type, 1);
        PaymentView asked = orders.pay(order, PaymentFixture.CAREFUL_CARD);
        sandbox.authenticate(asked, true);
        acting.as(OrderFixture.buyer(order), () -> checkout.lookAgain(order.id()));
        lose();
        unpaid();

        fixture.passTries(event);
        fixture.pass();

        assertThat(orders.paymentsOf(order)).hasSize(2);
        assertThat(orders.paymentsOf(order).getFirst().failureCode()).isEqualTo("authentication_failed");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(fixture.mails(event)).anyMatch(subject -> subject.contains("could not be")));
    }

    @Test
    void what_is_unpaid_is_forgiven_without_a_refund() {
        OrderView order = half(PaymentFixture.POOR_CARD);
        unpaid();

        acting.as(owner, () -> stakes.forgive(orders.ticketsOf(order).getLast().id()));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> states(order).equals(List.of(PaymentState.FAILED, PaymentState.CANCELLED)));
        assertThat(orders.now(order).reservation()).isEqualTo(ReservationState.LET_GO);
        assertThat(orders.now(order).state()).isEqualTo(OrderState.REFUNDED);
        assertThat(orders.refundsOf(order)).isEmpty();
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.RETURNED, 1, StakeState.FORGIVEN, 1));
        assertThat(books.ofEvent(event.id())).isEmpty();
        wellKept();
    }

    @Test
    void however_many_settle_charge_pay_and_forgive_at_once_nobody_pays_twice() throws Exception {
        OrderView order = orders.paid(event, type, 1);
        TicketView ticket = orders.ticketsOf(order).getFirst();
        fixture.end(event, Instant.now().minus(Duration.ofHours(25)));

        Rush.of(12, i -> () -> {
            switch (i % 3) {
                case 0 -> fixture.pass();
                case 1 -> tolerant(() -> orders.pay(order, PaymentFixture.GOOD_CARD));
                default -> tolerant(() -> acting.as(owner, () -> stakes.forgive(ticket.id())));
            }
            return i;
        });
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            fixture.pass();
            return orders.underWay(event).isEmpty();
        });

        boolean forgiven = fixture.states(event).containsKey(StakeState.FORGIVEN);
        assertThat(fixture.balance(event, "provider_balance")).isEqualTo(forgiven ? 0 : PRICE);
        assertThat(states(order).stream().filter(PaymentState.SUCCEEDED::equals).count())
                .isLessThanOrEqualTo(1);
        wellKept();
    }

    @Test
    void while_its_buyer_pays_the_card_is_not_charged() {
        OrderView order = half(PaymentFixture.POOR_CARD);
        unpaid();
        orders.pay(order, PaymentFixture.CAREFUL_CARD);

        fixture.passTries(event);
        fixture.pass();

        assertThat(states(order))
                .containsExactly(PaymentState.REQUIRES_ACTION, PaymentState.FAILED, PaymentState.AUTHORISED);
    }

    @Test
    void an_order_that_the_team_gives_back_is_let_go_of() {
        OrderView order = orders.paid(event, type, 2);

        acting.as(owner, () -> ordering.refund(order.id(), "ill", null));
        fixture.pass();

        until(order, PaymentState.CANCELLED);
        assertThat(orders.now(order).state()).isEqualTo(OrderState.REFUNDED);
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.RETURNED, 2));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(fixture.mails(event)).anyMatch(subject -> subject.startsWith("Tickets taken back")));
        wellKept();
    }

    /** Two tickets, of which one is used. */
    private OrderView half(String card) {
        OrderView order = orders.placed(event, type, 2);
        orders.pay(order, card);
        door.scan(event, orders.ticketsOf(order).getFirst().qr());
        fixture.passGrace(event);
        fixture.pass();
        lose();
        return orders.now(order);
    }

    private void lose() {
        fixture.end(event, Instant.now().minus(Duration.ofHours(25)));
        fixture.pass();
        fixture.pass();
    }

    private void unpaid() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> fixture.states(event).getOrDefault(StakeState.UNPAID, 0) == 1);
    }

    private void tries(OrderView order, int tries) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> states(order).stream()
                                .filter(PaymentState.FAILED::equals)
                                .count()
                        == tries);
    }

    private void again(OrderView order) {
        acting.as(owner, () -> stakes.retry(orders.ticketsOf(order).getLast().id()));
    }

    private static void tolerant(Runnable work) {
        try {
            work.run();
        } catch (Refusal quicker) {
            // somebody else was
        }
    }

    private List<PaymentState> states(OrderView order) {
        return orders.paymentsOf(order).stream().map(PaymentView::state).toList();
    }

    private void until(OrderView order, PaymentState... newestFirst) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> states(order).equals(List.of(newestFirst)));
    }

    private void wellKept() {
        assertThat(ledgers.breaches(event.id())).isEmpty();
        assertThat(fixture.bookBreaches(event)).isEmpty();
    }
}
