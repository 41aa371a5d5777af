package io.marquee.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.ordering.Checkout;
import io.marquee.ordering.OrderView;
import io.marquee.payment.PaymentState;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Payments.Way;
import io.marquee.platform.tenancy.Acting;
import io.marquee.stripe.FakeStripe;
import io.marquee.stripe.TestCard;
import io.marquee.testing.BookFixture;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.StakeFixture;
import io.marquee.testing.StripeFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketTypeView;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
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
    Checkout checkout;

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

    private OrderView reserved(boolean embedded) {
        OrderView order = orders.placed(event, type, 2);
        Way way = new Way("stripe", null, embedded, null, false, false);
        PaymentView open = acting.as(
                OrderFixture.buyer(order), () -> checkout.pay(order.id(), way, "http://localhost/checkout/return"));
        PaymentView.NextAction next = Objects.requireNonNull(open.nextAction());
        if (embedded) stripe.payWithin(Objects.requireNonNull(next.clientSecret()), TestCard.GOOD);
        else stripe.payOn(Objects.requireNonNull(next.url()), TestCard.GOOD);
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
