package io.marquee.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.platform.config.Settings;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
class MethodsPagesTest {
    @Autowired
    PeopleFixture people;

    @Autowired
    Settings settings;

    private Visitor ada;

    @BeforeEach
    void begin() {
        ada = Visitor.of(settings.baseUrl()).bearing(people.token(people.person("Ada Lind")));
    }

    @Test
    void whoever_keeps_no_method_reads_how_one_is_kept() {
        assertThat(ada.get("/account/payment-methods").body())
                .contains("No payment method is kept", "Kept by the payment provider, never by us");
        assertThat(ada.get("/api/v1/me/payment-methods").body()).contains("\"methods\":[]", "\"missing\":[]");
    }

    @Test
    void a_card_is_added_at_the_provider_and_removed_here() {
        String led = Visitor.location(ada.post("/account/payment-methods", "provider", "sandbox"));
        String page = led.substring(led.indexOf("/sandbox/setup/"));
        assertThat(ada.get(page).body()).contains("Keep a card for the next time");
        assertThat(ada.post(page, "cardNumber", PaymentFixture.DECLINED_CARD, "expiry", "12/40", "cvc", "123")
                        .body())
                .contains("does not want this card to be kept");
        ada.post(page, "cardNumber", PaymentFixture.GOOD_CARD, "expiry", "12/40", "cvc", "123");

        String mine = ada.get("/account/payment-methods").body();
        assertThat(mine).contains("Visa ending in 4242", "until 2040-12", "Offered first");
        String path = mine.replaceAll("(?s).*action=\"([^\"]+)/removal\".*", "$1");
        ada.post(path + "/removal");
        assertThat(ada.get("/account/payment-methods").body()).contains("No payment method is kept");
    }

    @Test
    void a_provider_that_nobody_knows_is_not_asked_to() {
        assertThat(Visitor.location(ada.post("/account/payment-methods", "provider", "unknown")))
                .isEqualTo("/account/payment-methods");
        assertThat(ada.send("POST", "/api/v1/me/payment-methods", "{\"provider\": \"unknown\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void nobody_touches_what_is_not_theirs() {
        String others = "/account/payment-methods/" + UUID.randomUUID() + "/pm_1";

        assertThat(ada.post(others + "/removal").statusCode()).isEqualTo(404);
        assertThat(ada.post(others + "/standard").statusCode()).isEqualTo(404);
        assertThat(Visitor.of(settings.baseUrl())
                        .get("/api/v1/me/payment-methods")
                        .statusCode())
                .isEqualTo(401);
    }
}
