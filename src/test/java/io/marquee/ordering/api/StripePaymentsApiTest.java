package io.marquee.ordering.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.event.EventView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.stripe.FakeStripe;
import io.marquee.stripe.TestCard;
import io.marquee.testing.ApiClient;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.StripeFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.HoldView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Apps pay in a form or a sheet of Stripe's. */
@MarqueeTest(settings = FakeStripe.SETTING)
class StripePaymentsApiTest {
    @Autowired
    TicketFixture tickets;

    @Autowired
    StripeFixture stripe;

    @Autowired
    Capabilities capabilities;

    @Autowired
    Settings settings;

    private ApiClient buyer;
    private String payments;

    @BeforeEach
    void an_order() {
        stripe.calm();
        EventView event = tickets.event();
        HoldView hold = tickets.hold(event, tickets.type(event, 10), 1);
        buyer = new ApiClient(settings.port(), capabilities.tokenFor(hold.id().value()));
        String order = buyer.post(
                        "/orders",
                        "{\"hold\": \"" + hold.id()
                                + "\", \"buyer\": {\"name\": \"Ada Lind\", \"email\": \"ada@example.org\"}}")
                .text("id");
        payments = "/orders/" + order + "/payments";
    }

    @Test
    void a_form_or_sheet_is_given_the_secret_of_one_payment() {
        ApiClient.Answer started = buyer.post(payments, "{\"provider\": \"stripe\", \"presentation\": \"embedded\"}");
        String secret = started.body().path("nextAction").path("clientSecret").asString("");
        assertThat(started.body().path("nextAction").path("type").asString("")).isEqualTo("embedded");

        ApiClient.Answer sheet = buyer.post(payments + "/" + started.text("id") + "/sheets", "{}");
        assertThat(sheet.status()).isEqualTo(201);
        assertThat(sheet.text("clientSecret")).isEqualTo(secret);
        assertThat(sheet.text("publishableKey")).isEqualTo(FakeStripe.PUBLISHABLE_KEY);
        assertThat(sheet.body().path("customer").isNull()).isTrue();

        stripe.payWithin(secret, TestCard.GOOD);
        String order = payments.substring(0, payments.lastIndexOf('/'));
        await().until(() -> buyer.get(order).text("state").equals("paid"));
        assertThat(buyer.post(payments + "/" + started.text("id") + "/sheets", "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_is_no_presentation_is_refused_at_the_field() {
        ApiClient.Answer refused = buyer.post(payments, "{\"provider\": \"stripe\", \"presentation\": \"hologram\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().toString()).contains("presentation");
    }

    @Test
    void what_a_provider_cannot_show_in_a_form_is_refused() {
        assertThat(buyer.post(payments, "{\"provider\": \"sandbox\", \"presentation\": \"embedded\"}")
                        .text("code"))
                .isEqualTo("payment_not_supported");
    }
}
