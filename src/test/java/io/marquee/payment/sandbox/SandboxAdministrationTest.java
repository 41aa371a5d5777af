package io.marquee.payment.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Route.FulfillOptions;
import io.marquee.kernel.PersonId;
import io.marquee.payment.DisputeState;
import io.marquee.payment.DisputeView;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Payments;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.AdministratorFixture;
import io.marquee.testing.Browser;
import io.marquee.testing.Look;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PaymentTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PaymentTest
@Tag("browser")
class SandboxAdministrationTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String SETTINGS = "/api/v1/sandbox/settings";

    @Autowired
    PaymentFixture fixture;

    @Autowired
    private AdministratorFixture administrators;

    @Autowired
    private PeopleFixture people;

    @Autowired
    private SandboxFixture sandbox;

    @Autowired
    private Payments payments;

    @Autowired
    private Settings settings;

    @Autowired
    private Acting acting;

    private Payments.Due due;
    private PersonId person = PersonId.next();
    private Visitor administrator = Visitor.of(URI.create("http://localhost"));

    @BeforeEach
    void appoint() {
        due = fixture.due();
        person = administrators.appoint();
        administrator = Visitor.of(settings.baseUrl()).bearing(administrators.token(person));
    }

    @AfterEach
    void dismiss() {
        administrators.dismiss(person);
        sandbox.mend();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/sandbox", "/admin/webhooks", SETTINGS})
    void only_administrators_get_in(String path) {
        Visitor stranger = Visitor.of(settings.baseUrl());
        Visitor somebody = stranger.bearing(people.token(people.person("Tom")));

        assertThat(administrator.get(path).statusCode()).isEqualTo(200);
        assertThat(somebody.get(path).statusCode()).isEqualTo(404);
        assertThat(stranger.get(path).statusCode()).isIn(303, 401);
    }

    @Test
    void a_program_sets_how_webhooks_come() {
        var set = administrator.send("PUT", SETTINGS, "{\"delivery\":\"late\",\"lateSeconds\":7}");

        assertThat(set.statusCode()).isEqualTo(200);
        assertThat(administrator.get(SETTINGS).body()).contains("\"delivery\":\"late\"", "\"lateSeconds\":7");
        assertThat(administrator
                        .send("PUT", SETTINGS, "{\"delivery\":\"sometimes\"}")
                        .statusCode())
                .isIn(400, 422);
        assertThat(administrator.send("PUT", SETTINGS, "{\"lateSeconds\":-1}").statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_form_sets_it_too_and_tells_what_is_wrong() {
        var wrong = administrator.post(
                "/admin/sandbox",
                "delivery",
                "now",
                "lateSeconds",
                "soon",
                "settleSeconds",
                "1",
                "disputeSeconds",
                "1");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Please enter seconds from 0 to 3,600.", "soon");

        var right = administrator.post(
                "/admin/sandbox", "delivery", "never", "lateSeconds", "3", "settleSeconds", "1", "disputeSeconds", "1");
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(administrator.get(SETTINGS).body()).contains("\"delivery\":\"never\"");
    }

    @Test
    void a_withheld_webhook_can_be_sent_by_hand() {
        sandbox.webhooksCome("never");
        PaymentView open = payments.start(due, "sandbox", null);
        sandbox.pay(open, PaymentFixture.GOOD_CARD);
        String console = administrator.get("/admin/sandbox").body();
        String repeat = console.replaceAll(
                "(?s).*?" + SandboxFixture.ref(open) + ".*?action=\"(/admin/sandbox/deliveries/[^\"]*)\".*", "$1");

        assertThat(administrator.post(repeat).statusCode()).isEqualTo(303);

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(administrator.get("/admin/webhooks").body())
                                .contains(open.id().toString()));
    }

    @Test
    void the_bank_decides_a_dispute_and_the_order_hears_of_it() {
        sandbox.webhooksCome("now");
        payments.start(due, "sandbox", PaymentFixture.DISPUTED_CARD);
        await().atMost(SOON).untilAsserted(() -> assertThat(disputes()).hasSize(1));

        String lose = administrator
                .get("/admin/sandbox")
                .body()
                .replaceAll("(?s).*?\"(/admin/sandbox/disputes/[^\"]*/lost)\".*", "$1");
        assertThat(administrator.post(lose).statusCode()).isEqualTo(303);

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(disputes()).extracting(DisputeView::state).containsExactly(DisputeState.LOST));
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390, 320})
    void the_pages_are_for_everybody_at_any_width(int width) {
        String ready = page(payments.start(due, "sandbox", null));
        String careful = page(payments.start(fixture.due(), "sandbox", PaymentFixture.CAREFUL_CARD));
        PaymentView paid = payments.start(fixture.due(), "sandbox", null);
        sandbox.pay(paid, PaymentFixture.GOOD_CARD);
        try (Browser browser = new Browser()) {
            var page = browser.visitor(Browser.visitorOptions()
                    .setViewportSize(width, 900)
                    .setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + administrators.token(person))));
            for (String address : List.of(
                    ready,
                    careful,
                    page(paid),
                    "/admin/sandbox",
                    "/admin/webhooks",
                    "/admin/providers",
                    "/admin/reconciliation")) {
                page.navigate(settings.baseUrl().resolve(address).toString());
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(address)
                        .isEqualTo(width);
                assertThat(Look.violations(page)).as(address).isEmpty();
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void paying_in_a_browser_with_a_mistake_and_a_question() {
        PaymentView open = payments.start(due, "sandbox", null);
        try (Browser browser = new Browser()) {
            var page = browser.visitor();
            page.navigate(page(open));
            page.locator("#cardNumber").fill("4000 0025 0000 3156");
            page.locator("#expiry").fill("12/40");
            page.locator("#cvc").fill("123");
            page.locator("main button.btn-primary").click();
            assertThat(page.locator("#cardNumber-error")).containsText("typo");
            page.locator("#cardNumber").fill(PaymentFixture.CAREFUL_CARD);
            page.locator("main button.btn-primary").click();
            page.waitForURL("**/authentication");
            page.route("**/checkout/return", route -> route.fulfill(new FulfillOptions().setBody("the shop")));
            page.locator("button[value=true]").dblclick();
            page.waitForURL("**/checkout/return");
        }
        assertThat(acting.asSystem(due.organization(), () -> payments.refresh(open.id()))
                        .state())
                .hasToString("SUCCEEDED");
    }

    private static String page(PaymentView open) {
        return Objects.requireNonNull(open.nextAction()).url();
    }

    private List<DisputeView> disputes() {
        return acting.asSystem(due.organization(), () -> payments.disputesOfOrder(due.order()));
    }
}
