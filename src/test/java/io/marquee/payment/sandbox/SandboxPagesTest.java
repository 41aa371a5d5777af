package io.marquee.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.payment.PaymentState;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Payments;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PaymentTest;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@PaymentTest
class SandboxPagesTest {
    private static final String GOOD = "4242 4242 4242 4242";

    @Autowired
    PaymentFixture fixture;

    @Autowired
    private Payments payments;

    @Autowired
    private Settings settings;

    @Autowired
    private Acting acting;

    private Payments.Due due;
    private PaymentView open = null;
    private String page = "";

    @BeforeEach
    void start() {
        due = fixture.due();
        open = payments.start(due, "sandbox", null);
        page = Objects.requireNonNull(open.nextAction()).url();
    }

    @Test
    void the_page_says_that_it_is_a_sandbox_and_what_is_paid() {
        assertThat(get(page).body())
                .contains("Sandbox: no real money moves here.", "Low Tide Sessions", "€48.00", "4000 0025 0000 3155");
    }

    @ParameterizedTest
    @CsvSource({
        "4242 4242 4242 4242, succeeded",
        "4242424242424242, succeeded",
        "4000 0000 0000 0002, failed",
        "4000 0000 0000 9995, failed",
        "4000 0000 0000 0259, succeeded",
        "4000 0000 0000 0077, processing",
        "4000 0000 0000 5126, succeeded"
    })
    void a_card_leads_back_to_the_shop(String card, String state) {
        HttpResponse<String> answer = pay(card, "12 / 40", "123");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).isEqualTo(due.returnUrl());
        assertThat(refreshed()).hasToString(state.toUpperCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource({"true, SUCCEEDED", "false, FAILED"})
    void a_careful_bank_asks_first(boolean approved, PaymentState end) {
        HttpResponse<String> answer = pay(PaymentFixture.CAREFUL_CARD, "1/40", "123");
        String question = settings.baseUrl().resolve(location(answer)).toString();
        assertThat(question).isEqualTo(page + "/authentication");
        assertThat(get(question).body()).contains("Sandbox: no real money moves here.", "Yes, pay");
        assertThat(refreshed()).isEqualTo(PaymentState.REQUIRES_ACTION);

        HttpResponse<String> back = post(question, "approved=" + approved);

        assertThat(location(back)).isEqualTo(due.returnUrl());
        assertThat(refreshed()).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                    | 12/40 | 123   | Please enter the number on the card",
                "4242 4242 4242 4241 | 12/40 | 123   | This number has a typo somewhere",
                "5555 5555 5555 4444 | 12/40 | 123   | The sandbox takes its test cards only",
                "4242 4242 4242 4242 | 13/40 | 123   | Please enter month and year",
                "4242 4242 4242 4242 | soon  | 123   | Please enter month and year",
                "4242 4242 4242 4242 | 01/20 | 123   | This card has expired",
                "4242 4242 4242 4242 | 12/40 | 12    | Please enter the 3 or 4 digits"
            })
    void what_is_mistyped_is_told_at_its_field(String card, String expiry, String cvc, String words) {
        HttpResponse<String> answer = pay(card == null ? "" : card, expiry, cvc);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(words, "Sandbox: no real money moves here.");
        assertThat(refreshed()).isEqualTo(PaymentState.REQUIRES_ACTION);
    }

    @Test
    void hostile_input_is_only_told_to_be_no_card() {
        HttpResponse<String> answer = pay("<script>alert(1)</script>" + "9".repeat(5000), "\u0001'\"", "{0}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain("<script>alert(1)");
    }

    @Test
    void a_double_click_a_reload_and_the_back_button_change_nothing() {
        pay(GOOD, "12/40", "123");

        assertThat(location(pay(PaymentFixture.DECLINED_CARD, "12/40", "123"))).isEqualTo(due.returnUrl());
        assertThat(get(page).body()).contains("This is paid", due.returnUrl());
        assertThat(get(page + "/authentication").body()).contains("This is paid");
        assertThat(location(post(page + "/authentication", "approved=false"))).isEqualTo(due.returnUrl());
        assertThat(location(post(page + "/cancellation", ""))).isEqualTo(due.returnUrl());
        assertThat(refreshed()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void whoever_turns_back_has_paid_nothing_and_may_start_again() {
        assertThat(location(post(page + "/cancellation", ""))).isEqualTo(due.returnUrl());

        assertThat(refreshed()).isEqualTo(PaymentState.CANCELLED);
        assertThat(get(page).body()).contains("This payment was given up");
        assertThat(payments.start(due, "sandbox", GOOD).state()).isEqualTo(PaymentState.SUCCEEDED);
    }

    @Test
    void a_declined_payment_says_so_when_one_comes_back_to_its_page() {
        pay(PaymentFixture.DECLINED_CARD, "12/40", "123");

        assertThat(get(page).body()).contains("This payment was declined", "Sandbox: no real money moves here.");
    }

    private PaymentState refreshed() {
        return acting.asSystem(due.organization(), () -> payments.refresh(open.id()))
                .state();
    }

    private HttpResponse<String> pay(String card, String expiry, String cvc) {
        return post(page, "cardNumber=" + encoded(card) + "&expiry=" + encoded(expiry) + "&cvc=" + encoded(cvc));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("nowhere: " + answer.statusCode());
    }

    private HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(settings.baseUrl().resolve(address)).header("Accept-Language", "en"));
    }

    private HttpResponse<String> post(String address, String form) {
        return send(HttpRequest.newBuilder(settings.baseUrl().resolve(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
