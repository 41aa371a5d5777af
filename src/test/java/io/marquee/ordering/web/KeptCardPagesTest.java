package io.marquee.ordering.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.payment.PaymentMethodView;
import io.marquee.payment.PaymentMethods;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever is signed in and has a card kept pays with one click. */
@MarqueeTest
class KeptCardPagesTest {
    @Autowired
    TicketFixture tickets;

    @Autowired
    PeopleFixture people;

    @Autowired
    PaymentMethods methods;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    private Visitor ada;
    private PersonId person;
    private EventView event;

    @BeforeEach
    void begin() {
        person = people.person("Ada Lind");
        ada = Visitor.of(settings.baseUrl()).bearing(people.token(person));
        event = tickets.event();
    }

    @Test
    void a_card_that_was_kept_is_offered_first_and_pays_at_once() {
        keep(PaymentFixture.GOOD_CARD);
        PaymentMethodView kept = kept().getFirst();
        String checkout = hold();

        assertThat(ada.get(checkout).body())
                .contains("Visa ending in 4242", "until 2040-12", "Another card or way to pay")
                .containsPattern("value=\"sandbox/" + kept.method() + "\"[^>]*checked");
        String back = Visitor.location(order(checkout, "sandbox/" + kept.method()));

        assertThat(Visitor.location(ada.get(back))).isEqualTo(checkout.replace("/checkout/", "/orders/"));
    }

    @Test
    void another_card_is_typed_on_the_providers_page() {
        keep(PaymentFixture.GOOD_CARD);

        assertThat(Visitor.location(order(hold(), "sandbox"))).startsWith("/sandbox/pay/");
    }

    @Test
    void a_bank_that_asks_is_answered_on_its_page_without_any_script() {
        keep(PaymentFixture.CAREFUL_CARD);
        String checkout = hold();

        String question =
                Visitor.location(order(checkout, "sandbox/" + kept().getFirst().method()));
        assertThat(question).startsWith("/sandbox/pay/").endsWith("/authentication");
        assertThat(ada.get(checkout + "/return").body()).contains("Your payment is not finished");
        ada.post(question, "approved", "true");

        assertThat(Visitor.location(ada.get(checkout + "/return"))).startsWith("/orders/");
    }

    @Test
    void a_kept_card_that_is_declined_leaves_the_others() {
        keep(PaymentFixture.POOR_CARD);
        String checkout = hold();

        String back =
                Visitor.location(order(checkout, "sandbox/" + kept().getFirst().method()));

        assertThat(ada.get(back).body()).contains("Try again");
        assertThat(ada.get(checkout).body()).contains("Visa ending in 9995", "Another card or way to pay");
    }

    @Test
    void nobody_is_offered_or_pays_with_the_card_of_somebody_else() {
        keep(PaymentFixture.GOOD_CARD);
        String card = kept().getFirst().method();
        PersonId tom = people.person("Tom Sá");
        ada = Visitor.of(settings.baseUrl()).bearing(people.token(tom));
        String checkout = hold();

        assertThat(ada.get(checkout).body()).doesNotContain("ending in");
        String back = Visitor.location(order(checkout, "sandbox/" + card));
        assertThat(ada.get(back).body()).contains("Try again");
        assertThat(order(hold(), "sandbox/nonsense").statusCode()).isEqualTo(422);
    }

    private void keep(String card) {
        String page = acting.as(people.actor(person), () -> methods.setUp("sandbox", settings.baseUrl() + "/account"));
        ada.post(page.substring(page.indexOf("/sandbox/")), "cardNumber", card, "expiry", "12/40", "cvc", "123");
    }

    private List<PaymentMethodView> kept() {
        return acting.as(people.actor(person), () -> methods.mine().methods());
    }

    private String hold() {
        return Visitor.location(ada.post(
                "/events/" + event.slug() + "/holds",
                "qty_" + tickets.type(event, 10).id(),
                "1"));
    }

    private java.net.http.HttpResponse<String> order(String checkout, String choice) {
        return ada.post(
                checkout + "/order", "buyer.name", "Ada Lind", "buyer.email", "ada@example.org", "provider", choice);
    }
}
