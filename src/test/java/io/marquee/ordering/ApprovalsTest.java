package io.marquee.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Refusal;
import io.marquee.payment.PaymentId;
import io.marquee.payment.PaymentState;
import io.marquee.payment.Payments;
import io.marquee.payment.sandbox.SandboxFixture;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.testing.BookFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.Ledgers;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.ReluctantOrders;
import io.marquee.testing.Rush;
import io.marquee.testing.StakeFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.ApprovedTypes;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeReads;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Money moves only when the team says yes. */
@MarqueeTest
class ApprovalsTest {
    private static final long PRICE = TicketFixture.PRICE.amount();

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    StakeFixture stakes;

    @Autowired
    BookFixture books;

    @Autowired
    Ledgers ledgers;

    @Autowired
    ReluctantOrders reluctant;

    @Autowired
    Approvals approvals;

    @Autowired
    ApprovedTypes types;

    @Autowired
    TicketTypeReads typeReads;

    @Autowired
    Ordering ordering;

    @Autowired
    Ending ending;

    @Autowired
    Events events;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    Payments payments;

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
        type = asking(tickets.type(event, 20));
        owner = EventFixture.owner(event.organization());
    }

    @Test
    void nothing_is_taken_and_the_tickets_are_kept_until_the_team_says_yes() {
        OrderView order = waiting(type, 2);

        assertThat(order.state()).isEqualTo(OrderState.PENDING);
        assertThat(state(order)).isEqualTo(ApprovalState.PENDING_APPROVAL);
        assertThat(payment(order)).isEqualTo(PaymentState.AUTHORISED);
        assertThat(orders.ticketsOf(order)).isEmpty();
        assertThat(left(type)).isEqualTo(18);
        assertThat(books.ofEvent(event.id())).isEmpty();
        assertThat(lapsesAt(order))
                .isBetween(Instant.now().plus(Duration.ofDays(5)), Instant.now().plus(Duration.ofDays(7)));
        assertThat(order.expiresAt()).isAfter(lapsesAt(order));
        assertThatThrownBy(() -> orders.pay(order, PaymentFixture.GOOD_CARD))
                .isInstanceOf(OrderRefused.AwaitsApproval.class);

        approve(order);

        OrderView paid = orders.until(order, OrderState.PAID);
        assertThat(payment(order)).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(state(paid)).isEqualTo(ApprovalState.APPROVED);
        assertThat(orders.ticketsOf(order)).extracting(TicketView::state).containsOnly(TicketState.ISSUED);
        assertThat(orders.ticketsOf(order)).hasSize(2);
        assertThat(stakes.balance(event, "provider_balance")).isEqualTo(2 * PRICE);
        wellKept();
        mailed("The organizer is asked: " + event.details().title());
    }

    @Test
    void who_is_declined_pays_nothing_and_reads_why() {
        OrderView order = waiting(type, 2);

        Approvals.Decided decided =
                acting.as(owner, () -> approvals.decline(event, List.of(order.id()), "We are full"));

        assertThat(decided.decided()).containsExactly(order.id());
        assertThat(orders.now(order).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(Objects.requireNonNull(orders.now(order).approval()).note()).isEqualTo("We are full");
        letGo(order);
        assertThat(left(type)).isEqualTo(20);
        mailed("About your request: " + event.details().title());
    }

    @Test
    void what_nobody_answers_lapses() {
        OrderView order = waiting(type, 1);
        OrderView gone = waiting(type, 1);
        pass(order);
        pass(gone);
        // its hold ran out while no job was there
        orders.pass(gone);
        acting.asSystem(event.organization(), () -> tickets.hold(event, type, 1));

        approvals.lapse();

        assertThat(orders.until(order, OrderState.EXPIRED).approval()).isNotNull();
        assertThat(state(order)).isEqualTo(ApprovalState.LAPSED);
        letGo(order);
        orders.until(gone, OrderState.EXPIRED);
        approvals.lapse();
        assertThat(state(gone)).isEqualTo(ApprovalState.LAPSED);
        letGo(gone);
        mailed("Your request has lapsed: " + event.details().title());
    }

    @Test
    void its_buyer_can_withdraw_it() {
        OrderView order = waiting(type, 1);

        acting.as(OrderFixture.buyer(order), () -> ordering.cancel(order.id(), "released"));

        assertThat(orders.now(order).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(state(order)).isEqualTo(ApprovalState.WITHDRAWN);
        letGo(order);
        assertThat(orders.heardOf(order.id())).noneMatch(OrderEvent.ApprovalEnded.class::isInstance);
        Approvals.Decided late = approve(order);
        assertThat(late.decided()).isEmpty();
        assertThat(late.refused().get(order.id())).extracting(Refusal::code).isEqualTo("approval_withdrawn");
    }

    @Test
    void an_order_that_the_team_cancels_was_declined_and_its_buyer_is_told() {
        OrderView order = waiting(type, 1);

        acting.as(owner, () -> ordering.cancel(order.id(), "api"));

        assertThat(orders.now(order).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(state(order)).isEqualTo(ApprovalState.DECLINED);
        letGo(order);
        mailed("About your request: " + event.details().title());
    }

    @Test
    void what_was_kept_is_not_expired_by_whoever_read_it_before() {
        OrderView order = orders.placed(event, type, 1);

        acting.asSystem(event.organization(), () -> ending.expire(order));

        assertThat(orders.now(order).state()).isEqualTo(OrderState.PENDING);
    }

    @Test
    void where_the_bank_let_go_of_it_the_buyer_is_asked_to_pay_again() {
        OrderView unpaid = unpaid(waiting(type, 1));
        OrderView order = unpaid;

        assertThat(unpaid.state()).isEqualTo(OrderState.PENDING);
        assertThat(unpaid.payable(Instant.now())).isTrue();
        // the team said yes to Ada
        OrderView again = acting.as(
                OrderFixture.buyer(order),
                () -> ordering.place(
                        new Ordering.Placing(order.hold(), "Eve Other", "eve@example.org", List.of(), Locale.ENGLISH)));
        assertThat(again.buyerName()).isEqualTo("Ada Lind");
        assertThat(left(type)).isEqualTo(19);
        mailed("Please pay for your tickets: " + event.details().title());

        orders.pay(order, PaymentFixture.GOOD_CARD);

        orders.until(order, OrderState.PAID);
        assertThat(payment(order)).isEqualTo(PaymentState.SUCCEEDED);
        wellKept();
    }

    @Test
    void what_is_approved_and_unpaid_is_charged_at_once_whatever_else_is_reserved() {
        event = stakes.soon(event);
        TicketTypeView stake = asking(stakes.type(event, 5));
        OrderView order = unpaid(waiting(stake, 1));
        stakes.keepCards(event, stake);

        acting.asSystem(
                event.organization(),
                () -> payments.authorise(
                        new Payments.Due(
                                order.id().value(),
                                order.hold(),
                                order.event(),
                                order.organization(),
                                order.total(),
                                "reserved a second time",
                                order.buyerEmail(),
                                "http://localhost/back"),
                        Payments.Way.through("sandbox", PaymentFixture.GOOD_CARD)));

        assertThat(orders.now(order).state()).isEqualTo(OrderState.PENDING);
        assertThat(left(stake)).isEqualTo(4);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> payment(order) == PaymentState.CANCELLED);
        orders.pay(order, PaymentFixture.GOOD_CARD);
        assertThat(orders.until(order, OrderState.PAID).reservation()).isNull();
        assertThat(payment(order)).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(orders.ticketsOf(order)).hasSize(1);
        wellKept();
    }

    @Test
    void what_is_taken_at_the_provider_and_buys_nothing_leaves_nothing_to_decide() {
        TicketTypeView last = asking(tickets.type(event, 1));
        OrderView order = waiting(last, 1);
        orders.pass(order);
        acting.asSystem(event.organization(), () -> tickets.hold(event, last, 1));
        orders.until(order, OrderState.EXPIRED);
        PaymentId payment = orders.paymentsOf(order).getFirst().id();

        sandbox.captureWithoutUs(payment, TicketFixture.PRICE);
        acting.asSystem(event.organization(), () -> payments.refresh(payment));

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> state(order) == ApprovalState.LAPSED);
        assertThat(orders.ticketsOf(order)).isEmpty();
        assertThat(orders.refundsOf(order))
                .singleElement()
                .satisfies(back -> assertThat(back.amount()).isEqualTo(TicketFixture.PRICE));
        wellKept();
        mailed("Your request has lapsed: " + event.details().title());
    }

    @Test
    void of_an_order_that_ended_before_the_bank_let_go_nothing_is_left_to_decide() {
        OrderView order = waiting(type, 1);
        orders.pass(order);
        acting.asSystem(event.organization(), () -> tickets.hold(event, type, 1));
        orders.until(order, OrderState.EXPIRED);

        acting.asSystem(
                event.organization(),
                () -> payments.release(orders.paymentsOf(order).getFirst().id()));

        assertThat(state(order)).isEqualTo(ApprovalState.LAPSED);
        letGo(order);
    }

    @Test
    void what_the_bank_lets_go_of_while_the_team_thinks_has_lapsed() {
        OrderView order = waiting(type, 1);

        acting.asSystem(
                event.organization(),
                () -> payments.release(orders.paymentsOf(order).getFirst().id()));

        assertThat(orders.now(order).state()).isEqualTo(OrderState.EXPIRED);
        assertThat(state(order)).isEqualTo(ApprovalState.LAPSED);
        assertThat(left(type)).isEqualTo(20);
    }

    @Test
    void what_was_captured_and_not_written_down_is_found_by_the_next_look() {
        OrderView order = waiting(type, 1);
        PaymentId payment = orders.paymentsOf(order).getFirst().id();
        // as often as an answer is applied in one go: nothing of it is kept, as after a kill
        reluctant.refuse(order.id().value(), 3);

        approve(order);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> reluctant.gaveIn(order.id().value()));
        acting.asSystem(event.organization(), () -> payments.refresh(payment));

        orders.until(order, OrderState.PAID);
        assertThat(orders.paymentsOf(order))
                .singleElement()
                .satisfies(one -> assertThat(one.amount()).isEqualTo(TicketFixture.PRICE));
        assertThat(orders.ticketsOf(order)).hasSize(1);
        assertThat(stakes.balance(event, "provider_balance")).isEqualTo(PRICE);
        wellKept();
    }

    @Test
    void what_is_free_needs_a_yes_and_no_card() {
        TicketTypeView free = asking(tickets.type(event, OrderFixture.free(10)));
        OrderView order = orders.placed(event, free, 2);
        OrderView other = orders.placed(event, free, 1);

        assertThat(order.state()).isEqualTo(OrderState.PENDING);
        assertThat(state(order)).isEqualTo(ApprovalState.PENDING_APPROVAL);
        assertThat(orders.ticketsOf(order)).isEmpty();

        approve(order);
        acting.as(owner, () -> approvals.decline(event, List.of(other.id()), ""));

        assertThat(orders.now(order).state()).isEqualTo(OrderState.PAID);
        assertThat(orders.ticketsOf(order)).hasSize(2);
        assertThat(orders.now(other).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(orders.paymentsOf(order)).isEmpty();
        assertThat(left(free)).isEqualTo(8);
        wellKept();
    }

    @Test
    void a_stake_is_charged_with_the_yes_and_a_kept_card_not_even_then() {
        EventView soon = stakes.soon(tickets.event());
        TicketTypeView stake = stakes.type(soon, 5);
        choose(soon, stake);
        OrderView charged = waiting(soon, stake);
        stakes.keepCards(soon, stake);
        OrderView kept = waiting(soon, stake);
        assertThat(Objects.requireNonNull(kept.approval()).keeps()).isTrue();

        Approvals.Decided decided = acting.as(
                EventFixture.owner(soon.organization()),
                () -> approvals.approve(soon, List.of(charged.id(), kept.id()), ""));

        assertThat(decided.refused()).isEmpty();
        orders.until(charged, OrderState.PAID);
        assertThat(payment(charged)).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(orders.now(kept).state()).isEqualTo(OrderState.PAID);
        assertThat(orders.now(kept).reservation()).isEqualTo(ReservationState.KEPT);
        assertThat(payment(kept)).isEqualTo(PaymentState.AUTHORISED);
        assertThat(orders.ticketsOf(kept)).extracting(TicketView::state).containsOnly(TicketState.STAKED);
        assertThat(stakes.balance(soon, "stakes_held")).isEqualTo(-PRICE);
        assertThat(stakes.bookBreaches(soon)).isEmpty();
    }

    @Test
    void of_a_cancelled_event_nothing_is_left_to_decide() {
        OrderView order = waiting(type, 1);

        acting.as(owner, () -> events.cancel(event.id(), "storm"));

        orders.until(order, OrderState.CANCELLED);
        assertThat(state(order)).isEqualTo(ApprovalState.WITHDRAWN);
        letGo(order);
        mailed("Nothing was charged: " + event.details().title());
    }

    @Test
    void only_who_may_decide_about_money_says_yes_and_only_of_their_own_event() {
        OrderView order = waiting(type, 1);
        EventView other = tickets.event();

        assertThatThrownBy(() -> acting.as(
                        EventFixture.person(event.id(), EventRole.STAFF),
                        () -> approvals.approve(event, List.of(order.id()), "")))
                .isInstanceOf(Refusal.class);
        assertThat(acting.as(
                                EventFixture.owner(other.organization()),
                                () -> approvals.approve(other, List.of(order.id()), ""))
                        .decided())
                .isEmpty();
        assertThatThrownBy(() -> acting.as(owner, () -> approvals.approve(event, List.of(), "")))
                .isInstanceOf(InvalidInput.class);
        assertThat(state(order)).isEqualTo(ApprovalState.PENDING_APPROVAL);
    }

    @Test
    void however_yes_no_time_and_the_buyer_race_exactly_one_wins_and_money_and_tickets_agree() throws Exception {
        TicketTypeView free = asking(tickets.type(event, OrderFixture.free(10)));
        List<OrderView> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) all.add(waiting(type, 1));
        for (int i = 0; i < 4; i++) all.add(orders.placed(event, free, 1));
        Random random = new Random(7);
        List<Runnable> acts = new ArrayList<>();
        for (OrderView order : all) {
            List<Runnable> one = new ArrayList<>(List.of(
                    () -> approve(order),
                    () -> approve(order),
                    () -> acting.as(owner, () -> approvals.decline(event, List.of(order.id()), "no")),
                    () -> acting.as(OrderFixture.buyer(order), () -> ordering.cancel(order.id(), "released")),
                    () -> {
                        pass(order);
                        approvals.lapse();
                    }));
            Collections.shuffle(one, random);
            acts.addAll(one.subList(0, 4));
        }
        Collections.shuffle(acts, random);

        List<Object> outcomes = Rush.of(acts.size(), i -> () -> {
            acts.get(i).run();
            return i;
        });

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOfAny(Integer.class, Refusal.class));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> orders.underWay(event).isEmpty()
                        && all.stream().noneMatch(order -> orders.now(order).state() == OrderState.PENDING));
        int paid = 0;
        for (OrderView before : all) {
            OrderView order = orders.now(before);
            boolean yes = state(order) == ApprovalState.APPROVED;
            assertThat(state(order)).isNotEqualTo(ApprovalState.PENDING_APPROVAL);
            assertThat(order.state() == OrderState.PAID).as(order.code()).isEqualTo(yes);
            assertThat(orders.ticketsOf(order)).hasSize(yes ? 1 : 0);
            if (order.total().isPositive()) {
                if (yes) paid++;
                assertThat(payment(order)).isEqualTo(yes ? PaymentState.SUCCEEDED : PaymentState.CANCELLED);
            }
        }
        assertThat(left(type)).isEqualTo(20 - paid);
        assertThat(stakes.balance(event, "provider_balance")).isEqualTo(paid * PRICE);
        wellKept();
    }

    @Test
    void whoever_switches_it_on_is_in_the_trail() {
        List<String> trail = tickets.inside(
                event.organization(),
                () -> jdbc.sql(
                                "select diff::text from audit.entries where subject_id = ? and diff::text like '%approval%'")
                        .param(type.id().value())
                        .query(String.class)
                        .list());

        assertThat(trail).hasSize(2);
    }

    private TicketTypeView asking(TicketTypeView type) {
        List<TicketTypeView> all =
                new ArrayList<>(acting.asSystem(event.organization(), () -> typeReads.all(event.id())));
        choose(event, all.toArray(TicketTypeView[]::new));
        return type;
    }

    private void choose(EventView of, TicketTypeView... asking) {
        acting.as(
                EventFixture.owner(of.organization()),
                () -> types.choose(
                        of.organization(),
                        of.id(),
                        List.of(asking).stream().map(TicketTypeView::id).toList()));
    }

    private OrderView waiting(TicketTypeView of, int quantity) {
        OrderView order = orders.placed(event, of, quantity);
        orders.pay(order, PaymentFixture.GOOD_CARD);
        return orders.now(order);
    }

    private OrderView waiting(EventView at, TicketTypeView of) {
        OrderView order = orders.placed(at, of, 1);
        orders.pay(order, PaymentFixture.GOOD_CARD);
        return orders.now(order);
    }

    private Approvals.Decided approve(OrderView order) {
        return acting.as(owner, () -> approvals.approve(event, List.of(order.id()), ""));
    }

    /** Lets the time in which the team could answer be over. */
    private void pass(OrderView order) {
        tickets.inside(
                event.organization(),
                () -> jdbc.sql(
                                "update ordering.approvals set lapses_at = now() - interval '1 second' where order_id = ?")
                        .param(order.id().value())
                        .update());
    }

    /** Its bank lets go of it between the yes and the capture. */
    private OrderView unpaid(OrderView order) {
        sandbox.lapseUnheard(orders.paymentsOf(order).getFirst().id());
        assertThat(approve(order).refused()).isEmpty();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        Objects.requireNonNull(orders.now(order).approval()).unpaidAt() != null);
        return orders.now(order);
    }

    private ApprovalState state(OrderView order) {
        return Objects.requireNonNull(orders.now(order).approval()).state();
    }

    private Instant lapsesAt(OrderView order) {
        return Objects.requireNonNull(Objects.requireNonNull(order.approval()).lapsesAt());
    }

    private PaymentState payment(OrderView order) {
        return orders.paymentsOf(order).getFirst().state();
    }

    private void letGo(OrderView order) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> payment(order) == PaymentState.CANCELLED);
        assertThat(orders.ticketsOf(order)).isEmpty();
        wellKept();
    }

    private int left(TicketTypeView of) {
        return acting.asSystem(event.organization(), () -> typeReads.all(event.id())).stream()
                .filter(type -> type.id().equals(of.id()))
                .findFirst()
                .orElseThrow()
                .left();
    }

    private void mailed(String... subjects) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(stakes.mails(event)).contains(subjects));
    }

    private void wellKept() {
        assertThat(ledgers.breaches(event.id())).isEmpty();
        assertThat(stakes.bookBreaches(event)).isEmpty();
    }
}
