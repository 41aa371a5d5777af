package io.marquee.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.kernel.Money;
import io.marquee.ordering.Approvals;
import io.marquee.ordering.Checkout;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.ReservationState;
import io.marquee.payment.PaymentState;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Payments.Way;
import io.marquee.platform.tenancy.Acting;
import io.marquee.stripe.FakeStripe;
import io.marquee.stripe.TestCard;
import io.marquee.stripe.TheirBooks;
import io.marquee.testing.BookFixture;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.StakeFixture;
import io.marquee.testing.StripeFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.ApprovedTypes;
import io.marquee.ticketing.TicketTypeDetails;
import io.marquee.ticketing.TicketTypeView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Stakes that are reserved at Stripe, on its own page and within ours. */
@MarqueeTest(settings = FakeStripe.SETTING)
class StripeStakesTest {
    @Autowired
    StripeFixture stripe;

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    DoorFixture door;

    @Autowired
    StakeFixture fixture;

    @Autowired
    BookFixture books;

    @Autowired
    Stakes stakes;

    @Autowired
    Checkout checkout;

    @Autowired
    Approvals approvals;

    @Autowired
    ApprovedTypes approved;

    @Autowired
    Acting acting;

    private EventView event;
    private TicketTypeView type;

    @BeforeEach
    void begin() {
        stripe.calm();
        event = fixture.soon(tickets.event());
        type = fixture.type(event, 10);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void who_comes_never_pays_and_who_does_not_is_charged(boolean embedded) {
        OrderView came = reserved(embedded);
        OrderView half = reserved(embedded);
        orders.ticketsOf(came).forEach(ticket -> door.scan(event, ticket.qr()));
        door.scan(event, orders.ticketsOf(half).getFirst().qr());
        fixture.end(event, Instant.now().minus(Duration.ofHours(25)));
        fixture.passGrace(event);

        fixture.pass();

        until(came, PaymentState.CANCELLED);
        until(half, PaymentState.SUCCEEDED);
        assertThat(orders.paymentsOf(half).getFirst().amount()).isEqualTo(TicketFixture.PRICE);
        assertThat(books.ofOrder(came.id().value())).isEmpty();
        assertThat(books.ofOrder(half.id().value())).contains("sales -2400");
        assertThat(fixture.bookBreaches(event)).isEmpty();
    }

    /** The bank is quicker than the call that takes it: nothing was taken, and nobody tries for ever. */
    @Test
    void what_a_bank_lets_go_of_while_it_is_being_taken_has_lapsed_everywhere() {
        OrderView order = reserved(true);
        stripe.fake().faults().before("/capture", path -> stripe.fake().lapse(path.split("/")[3]));
        fixture.end(event, Instant.now().minus(Duration.ofHours(25)));

        fixture.pass();

        until(order, PaymentState.CANCELLED);
        assertThat(orders.now(order).reservation()).isEqualTo(ReservationState.LAPSED);
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.LAPSED, 2));
        assertThat(books.ofOrder(order.id().value())).isEmpty();
        assertThat(fixture.bookBreaches(event)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_card_is_kept_and_only_who_does_not_come_is_charged(boolean embedded) {
        keepCards();
        OrderView came = reserved(embedded, TestCard.GOOD);
        OrderView half = reserved(embedded, TestCard.GOOD);
        long before = taken();
        orders.ticketsOf(came).forEach(ticket -> door.scan(event, ticket.qr()));
        door.scan(event, orders.ticketsOf(half).getFirst().qr());
        fixture.end(event, Instant.now().minus(Duration.ofHours(25)));
        fixture.passGrace(event);

        fixture.pass();

        until(came, PaymentState.CANCELLED);
        until(half, PaymentState.SUCCEEDED);
        assertThat(orders.now(half).reservation()).isEqualTo(ReservationState.TAKEN);
        assertThat(orders.paymentsOf(half).getFirst().amount()).isEqualTo(TicketFixture.PRICE);
        assertThat(taken() - before).isEqualTo(TicketFixture.PRICE.amount());
        assertThat(books.ofOrder(came.id().value())).isEmpty();
        assertThat(books.ofOrder(half.id().value())).contains("sales -2400");
        assertThat(fixture.bookBreaches(event)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_the_team_is_asked_about_is_taken_with_its_yes_and_released_with_its_no(boolean embedded) {
        var owner = EventFixture.owner(event.organization());
        acting.as(owner, () -> approved.choose(event.organization(), event.id(), List.of(type.id())));
        OrderView yes = reserved(embedded);
        OrderView no = reserved(embedded);
        long before = taken();
        assertThat(yes.state()).isEqualTo(OrderState.PENDING);

        acting.as(owner, () -> approvals.approve(event, List.of(yes.id()), ""));
        acting.as(owner, () -> approvals.decline(event, List.of(no.id()), ""));

        until(yes, PaymentState.SUCCEEDED);
        until(no, PaymentState.CANCELLED);
        assertThat(orders.now(yes).state()).isEqualTo(OrderState.PAID);
        assertThat(orders.now(no).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(taken() - before).isEqualTo(2 * TicketFixture.PRICE.amount());
        assertThat(fixture.states(event)).isEqualTo(Map.of(StakeState.HELD, 2));
        assertThat(fixture.bookBreaches(event)).isEmpty();
    }

    @Test
    void a_card_that_is_declined_keeps_nothing_and_a_bank_that_asks_later_leaves_it_unpaid() {
        keepCards();
        OrderView declined = orders.placed(event, type, 1);
        PaymentView open = open(declined, true);
        stripe.payWithin(
                Objects.requireNonNull(Objects.requireNonNull(open.nextAction()).clientSecret()), TestCard.DECLINED);
        acting.as(OrderFixture.buyer(declined), () -> checkout.lookAgain(declined.id()));
        assertThat(orders.paymentsOf(declined).getFirst().state()).isEqualTo(PaymentState.FAILED);
        assertThat(orders.now(declined).bought()).isFalse();

        OrderView careful = orders.placed(event, type, 1);
        PaymentView asks = open(careful, true);
        String secret =
                Objects.requireNonNull(Objects.requireNonNull(asks.nextAction()).clientSecret());
        stripe.payWithin(secret, TestCard.SECURE_ALWAYS);
        stripe.fake().authenticate(secret.substring(0, secret.indexOf("_secret_")), true);
        acting.as(OrderFixture.buyer(careful), () -> checkout.lookAgain(careful.id()));
        until(careful, PaymentState.AUTHORISED);
        fixture.end(event, Instant.now().minus(Duration.ofHours(25)));
        fixture.pass();
        fixture.pass();

        fixture.until(event, StakeState.UNPAID);
        assertThat(orders.paymentsOf(careful).getFirst().failureCode()).isEqualTo("authentication_failed");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_is_finer_than_stripe_counts_is_left_with_the_buyer(boolean kept) {
        TicketTypeDetails odd =
                new TicketTypeDetails("Dinars", "", Money.of(1005, "KWD"), 10, 10, null, null, null, false);
        type = tickets.type(event, odd);
        acting.as(
                EventFixture.owner(event.organization()),
                () -> stakes.choose(event, List.of(type.id()), new StakeTerms(24, 30, kept)));
        OrderView half = reserved(true, TestCard.GOOD);
        door.scan(event, orders.ticketsOf(half).getFirst().qr());
        fixture.end(event, Instant.now().minus(Duration.ofHours(25)));
        fixture.passGrace(event);

        fixture.pass();

        until(half, PaymentState.SUCCEEDED);
        assertThat(orders.paymentsOf(half).getFirst().amount()).isEqualTo(Money.of(1000, "KWD"));
        assertThat(orders.now(half).left()).isEqualTo(Money.of(1000, "KWD"));
        assertThat(fixture.bookBreaches(event)).isEmpty();
    }

    private long taken() {
        return stripe.fake().books().money().stream()
                .mapToLong(TheirBooks.Money::taken)
                .sum();
    }

    private void keepCards() {
        fixture.keepCards(event, type);
    }

    private PaymentView open(OrderView order, boolean embedded) {
        Way way = new Way("stripe", null, embedded, null, false, false);
        return acting.as(
                OrderFixture.buyer(order), () -> checkout.pay(order.id(), way, "http://localhost/checkout/return"));
    }

    private OrderView reserved(boolean embedded) {
        return reserved(embedded, TestCard.GOOD);
    }

    private OrderView reserved(boolean embedded, TestCard card) {
        OrderView order = orders.placed(event, type, 2);
        PaymentView.NextAction next =
                Objects.requireNonNull(open(order, embedded).nextAction());
        if (embedded) stripe.payWithin(Objects.requireNonNull(next.clientSecret()), card);
        else stripe.payOn(Objects.requireNonNull(next.url()), card);
        acting.as(OrderFixture.buyer(order), () -> checkout.lookAgain(order.id()));
        until(order, PaymentState.AUTHORISED);
        return orders.now(order);
    }

    private void until(OrderView order, PaymentState state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> orders.paymentsOf(order).getFirst().state() == state);
    }
}
