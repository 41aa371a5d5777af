package io.marquee.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.checkin.Verdict;
import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.ordering.RefundScope;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.Ledgers;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.Rush;
import io.marquee.testing.StakeFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class StakesTest {
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
    Stakes stakes;

    @Autowired
    Settling settling;

    @Autowired
    Ordering ordering;

    @Autowired
    OrderReads reads;

    @Autowired
    Tickets ticketCommands;

    @Autowired
    Acting acting;

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
    void a_stake_is_held_and_not_earned_until_its_ticket_is_decided() {
        List<TicketView> bought = fixture.bought(event, type, 2);

        assertThat(bought).extracting(TicketView::state).containsOnly(TicketState.STAKED);
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.HELD, 2));
        assertThat(fixture.balance(event, "stakes_held")).isEqualTo(-2 * PRICE);
        assertThat(fixture.balance(event, "sales")).isZero();
    }

    @Test
    void whoever_comes_gets_it_back_once_the_grace_is_over() {
        OrderView order = orders.paid(event, type, 2);
        TicketView one = orders.ticketsOf(order).getFirst();

        assertThat(door.scan(event, one.qr()).verdict()).isEqualTo(Verdict.ADMITTED);
        settling.pass();
        assertThat(orders.refundsOf(order)).isEmpty();
        fixture.passGrace(event);
        settling.pass();

        assertThat(orders.until(order, OrderState.PARTIALLY_REFUNDED).refunded())
                .isEqualTo(TicketFixture.PRICE);
        assertThat(orders.ticketsOf(order))
                .extracting(TicketView::state)
                .containsExactly(TicketState.CHECKED_IN, TicketState.STAKED);
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.RETURNED, 1, StakeState.HELD, 1));
        assertThat(fixture.balance(event, "stakes_held")).isEqualTo(-PRICE);
        assertThat(fixture.balance(event, "sales")).isZero();
    }

    @Test
    void a_check_in_that_is_taken_back_in_time_leaves_the_stake_where_it_was() {
        TicketView ticket = fixture.bought(event, type, 1).getFirst();
        checkIn(ticket);
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.RETURNING, 1));

        undo(ticket);
        fixture.passGrace(event);
        settling.pass();

        assertThat(door.now(ticket).state()).isEqualTo(TicketState.STAKED);
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.HELD, 1));
        assertThat(refunds(ticket)).isZero();
    }

    @Test
    void who_does_not_come_loses_it_after_the_delay_and_not_before() {
        TicketView ticket = fixture.bought(event, type, 1).getFirst();

        fixture.end(event, Instant.now().minus(Duration.ofHours(23)));
        settling.pass();
        assertThat(door.now(ticket).state()).isEqualTo(TicketState.STAKED);
        acting.as(owner, () -> stakes.choose(event, List.of(type.id()), new StakeTerms(22, 30, false)));
        settling.pass();

        assertThat(door.now(ticket).state()).isEqualTo(TicketState.FORFEITED);
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.FORFEITED, 1));
        assertThat(fixture.balance(event, "stakes_held")).isZero();
        assertThat(fixture.balance(event, "sales")).isEqualTo(-PRICE);
    }

    @Test
    void what_was_lost_can_be_forgiven_once_and_for_a_while() {
        TicketView ticket = fixture.bought(event, type, 1).getFirst();
        lose();

        acting.as(owner, () -> stakes.forgive(ticket.id()));

        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.FORGIVEN, 1));
        orders.until(orderOf(ticket), OrderState.REFUNDED);
        assertThat(fixture.balance(event, "sales")).isZero();
        assertThatThrownBy(() -> acting.as(owner, () -> stakes.forgive(ticket.id())))
                .isInstanceOf(EscrowRefused.NotForfeited.class);
        assertThat(refunds(ticket)).isEqualTo(1);
    }

    @Test
    void after_a_while_it_is_not_forgiven_any_more_nor_ever_by_others() {
        TicketView ticket = fixture.bought(event, type, 1).getFirst();
        lose();

        assertThatThrownBy(() -> acting.as(EventFixture.stranger(), () -> stakes.forgive(ticket.id())))
                .isInstanceOf(NotFound.class);
        fixture.forget(event, Instant.now().minus(Duration.ofDays(31)));
        assertThatThrownBy(() -> acting.as(owner, () -> stakes.forgive(ticket.id())))
                .isInstanceOf(EscrowRefused.TooLateToForgive.class);
        assertThat(refunds(ticket)).isZero();
    }

    @Test
    void a_refund_by_the_team_gives_the_stake_back_once() {
        TicketView ticket = fixture.bought(event, type, 1).getFirst();
        TicketView came = fixture.bought(event, type, 1).getFirst();
        checkIn(came);

        refundAll(ticket);
        refundAll(came);
        fixture.passGrace(event);
        settling.pass();

        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.RETURNED, 2));
        assertThat(refunds(ticket)).isEqualTo(1);
        assertThat(refunds(came)).isEqualTo(1);
        assertThat(fixture.balance(event, "stakes_held")).isZero();
    }

    @Test
    void after_a_goodwill_refund_whoever_comes_gets_what_is_left_of_the_order() {
        List<TicketView> both = fixture.bought(event, type, 2);
        OrderView order = orderOf(both.getFirst());
        goodwill(order, PRICE + 600);

        both.forEach(this::checkIn);
        fixture.passGrace(event);
        settling.pass();

        assertThat(orders.until(order, OrderState.REFUNDED).refunded()).isEqualTo(order.total());
        assertThat(orders.refundsOf(order))
                .extracting(refund -> refund.amount().amount())
                .containsExactlyInAnyOrder(PRICE + 600, PRICE - 600);
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.RETURNED, 2));
        assertThat(fixture.reasons(event, StakeState.RETURNED)).containsExactly("nothing_left");
        assertThat(fixture.balance(event, "stakes_held")).isZero();
        assertThat(fixture.balance(event, "sales")).isZero();
        assertThat(ledgers.breaches(event.id())).isEmpty();
    }

    @Test
    void a_stake_that_the_bank_refuses_is_failed_until_the_team_sends_it_again() throws Exception {
        TicketView ticket = fixture.boughtWithoutRefunds(event, type);
        checkIn(ticket);
        fixture.passGrace(event);
        settling.pass();
        fixture.until(event, StakeState.FAILED);
        OrderView order = orderOf(ticket);
        assertThat(orders.now(order).left()).isEqualTo(order.total());
        assertThatThrownBy(() -> acting.as(EventFixture.stranger(), () -> stakes.retry(ticket.id())))
                .isInstanceOf(NotFound.class);

        List<Object> outcomes = Rush.of(4, i -> () -> acting.as(owner, () -> stakes.retry(ticket.id())));

        assertThat(Rush.only(outcomes, StakeView.class)).isNotEmpty();
        assertThat(refunds(ticket))
                .isEqualTo(1 + Rush.only(outcomes, StakeView.class).size());
        fixture.until(event, StakeState.FAILED);
        assertThat(fixture.balance(event, "stakes_held")).isZero();
        assertThat(fixture.balance(event, "sales")).isEqualTo(-PRICE);
        assertThat(ledgers.breaches(event.id())).isEmpty();
    }

    @Test
    void a_forgiven_stake_that_the_bank_refuses_is_failed_too() {
        TicketView ticket = fixture.boughtWithoutRefunds(event, type);
        lose();

        acting.as(owner, () -> stakes.forgive(ticket.id()));

        fixture.until(event, StakeState.FAILED);
        assertThat(fixture.balance(event, "sales")).isEqualTo(-PRICE);
    }

    @Test
    void what_was_not_refused_is_not_sent_again() {
        TicketView ticket = fixture.bought(event, type, 1).getFirst();

        assertThatThrownBy(() -> acting.as(owner, () -> stakes.retry(ticket.id())))
                .isInstanceOf(EscrowRefused.NotFailed.class);
        assertThat(refunds(ticket)).isZero();
    }

    @Test
    void what_was_sold_as_one_thing_does_not_become_the_other() {
        fixture.bought(event, type, 1);
        TicketTypeView free = tickets.type(event, OrderFixture.free(5));

        assertThatThrownBy(() -> acting.as(owner, () -> stakes.choose(event, List.of(), StakeTerms.USUAL)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() ->
                        acting.as(owner, () -> stakes.choose(event, List.of(type.id(), free.id()), StakeTerms.USUAL)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void what_is_in_somebodys_hands_does_not_become_the_other_either() {
        HoldView hold = tickets.hold(event, type, 1);
        assertThatThrownBy(() -> acting.as(owner, () -> stakes.choose(event, List.of(), StakeTerms.USUAL)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(InvalidInput.Problem::code)
                                .containsExactly("stake_in_hand"));

        OrderView order = orders.place(hold);
        assertThatThrownBy(() -> acting.as(owner, () -> stakes.choose(event, List.of(), StakeTerms.USUAL)))
                .isInstanceOf(InvalidInput.class);
        acting.as(OrderFixture.buyer(order), () -> ordering.cancel(order.id(), "changed my mind"));

        acting.as(owner, () -> stakes.choose(event, List.of(), StakeTerms.USUAL));
        assertThat(fixture.bought(event, type, 1)).extracting(TicketView::state).containsOnly(TicketState.ISSUED);
    }

    @Test
    void a_stake_that_was_paid_when_all_was_settled_is_settled_too_and_the_doctor_sees_what_is_late() {
        OrderView late = orders.placed(event, type, 1);
        TicketView early = fixture.bought(event, type, 1).getFirst();
        fixture.end(event, Instant.now().minus(Duration.ofHours(26)));
        assertThat(fixture.stuck(StakesCheck.STUCK))
                .anyMatch(found -> found.contains(early.id().toString()));
        settling.pass();

        orders.pay(late, PaymentFixture.GOOD_CARD);
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.FORFEITED, 1, StakeState.HELD, 1));
        settling.pass();

        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.FORFEITED, 2));
        assertThat(fixture.stuck(StakesCheck.STUCK))
                .noneMatch(found -> found.contains(early.id().toString()))
                .noneMatch(found ->
                        found.contains(orders.ticketsOf(late).getFirst().id().toString()));
    }

    @Test
    void the_buyer_is_told_that_a_stake_was_lost_and_that_it_was_forgiven() {
        OrderView order = orders.paid(event, type, 2);
        lose();
        acting.as(owner, () -> stakes.forgive(orders.ticketsOf(order).getFirst().id()));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(fixture.mails(event))
                        .contains(
                                "Your stake for " + event.details().title() + " was lost",
                                "Your stake for " + event.details().title() + " is yours again"));
    }

    @Test
    void however_check_in_settlement_undo_and_refund_race_each_stake_ends_once() throws Exception {
        List<TicketView> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) all.addAll(fixture.bought(event, type, 2));
        fixture.end(event, Instant.now().minus(Duration.ofHours(25)));
        Random random = new Random(7);
        List<Runnable> acts = new ArrayList<>();
        for (TicketView ticket : all) {
            acts.add(() -> checkIn(ticket));
            if (random.nextBoolean()) acts.add(() -> undo(ticket));
            if (random.nextInt(4) == 0) acts.add(() -> refundAll(ticket));
        }
        for (int i = 0; i < 6; i++) {
            acts.add(() -> fixture.passGrace(event));
            acts.add(() -> settling.pass());
        }
        java.util.Collections.shuffle(acts, random);

        Rush.of(acts.size(), i -> () -> {
            acts.get(i).run();
            return i;
        });
        for (int i = 0; i < 3; i++) {
            fixture.passGrace(event);
            settling.pass();
        }

        Map<StakeState, Integer> states = fixture.states(event);
        assertThat(states).doesNotContainKeys(StakeState.HELD, StakeState.RETURNING);
        int kept = states.getOrDefault(StakeState.FORFEITED, 0);
        assertThat(states.getOrDefault(StakeState.RETURNED, 0) + kept).isEqualTo(all.size());
        assertThat(fixture.balance(event, "stakes_held")).isZero();
        long returned = all.stream()
                .map(this::orderOf)
                .distinct()
                .mapToLong(order -> order.total().amount() - order.left().amount())
                .sum();
        assertThat(returned).isEqualTo((all.size() - kept) * PRICE);
        assertThat(ledgers.breaches(event.id())).isEmpty();
    }

    @Test
    void refunds_at_once_give_back_what_is_left_once_and_never_what_was_lost() throws Exception {
        List<TicketView> came = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            TicketView one = fixture.bought(event, type, 2).getFirst();
            checkIn(one);
            came.add(one);
        }
        lose();

        Rush.of(came.size() * 6, i -> () -> {
            refundAll(came.get(i % came.size()));
            return i;
        });

        assertThat(came).allSatisfy(ticket -> {
            OrderView order = orderOf(ticket);
            assertThat(order.left()).isEqualTo(TicketFixture.PRICE);
        });
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

    private void refundAll(TicketView ticket) {
        acting.as(owner, () -> ordering.refund(orderOf(ticket).id(), "ill", null));
    }

    /** An amount alone: all tickets stay. */
    private void goodwill(OrderView order, long amount) {
        Money some = new Money(amount, TicketFixture.PRICE.currency());
        acting.as(
                owner,
                () -> ordering.giveBack(order.id(), "queue", new RefundScope(List.of(), some, false, "goodwill")));
    }

    private OrderView orderOf(TicketView ticket) {
        return acting.asSystem(
                ticket.organization(), () -> reads.byId(new io.marquee.ordering.OrderId(ticket.order())));
    }

    private int refunds(TicketView ticket) {
        return orders.refundsOf(orderOf(ticket)).size();
    }
}
