package io.marquee.payout.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.marquee.kernel.Ids;
import io.marquee.kernel.Money;
import io.marquee.kernel.PersonId;
import io.marquee.payment.DisputeView;
import io.marquee.payment.EvidenceCase;
import io.marquee.payment.sandbox.SandboxFixture;
import io.marquee.payout.Payouts;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.AdministratorFixture;
import io.marquee.testing.Browser;
import io.marquee.testing.Look;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PaymentTest;
import io.marquee.testing.PayoutFixture;
import io.marquee.testing.PayoutFixture.Owned;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The owners' and the administrator's pages about money that goes to organizers, with the sandbox. */
@PaymentTest
@Tag("browser")
class PayoutPagesTest {
    @Autowired
    private PayoutFixture fixture;

    @Autowired
    private Payouts payouts;

    @Autowired
    private EvidenceCase cases;

    @Autowired
    private SandboxFixture sandbox;

    @Autowired
    private AdministratorFixture administrators;

    @Autowired
    private PeopleFixture people;

    @Autowired
    private Acting acting;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Settings settings;

    private Owned owned;
    private Visitor mara;

    @BeforeEach
    void found() {
        sandbox.behave("now", 1, 1, 0);
        owned = fixture.organization();
        mara = fixture.browserOf(owned);
    }

    @AfterEach
    void mend() {
        sandbox.mend();
    }

    @Test
    void an_owner_opens_an_account_and_pays_out() {
        assertThat(mara.post(path() + "/payouts/sandbox", "country", "").statusCode())
                .isEqualTo(422);
        String onboarding = Visitor.location(mara.post(path() + "/payouts/sandbox", "country", "PT"));
        assertThat(onboarding).startsWith("/sandbox/onboarding/");
        String back = Visitor.location(mara.post(onboarding, "outcome", "verified"));
        assertThat(Visitor.location(mara.get(back))).isEqualTo(path() + "/payouts");

        fixture.paid(owned, 4800);
        assertThat(mara.get(path() + "/payouts").body()).contains("€48.00", "Pay out to your bank");
        mara.post(path() + "/payouts/sandbox/payouts", "currency", "EUR", "amount-EUR", "48", "key", "1");
        assertThat(mara.get(path() + "/payouts/sandbox/payouts").body()).contains("€48.00", "•••• 3000");
        assertThat(mara.get(path() + "/payouts/sandbox/transactions?kind=charge")
                        .body())
                .contains("Card sale", "€48.00");
        assertThat(mara.get(path() + "/payouts/sandbox/transactions?kind=nonsense")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void the_same_goes_through_the_api() {
        String api = "/api/v1/organizations/" + owned.id() + "/payout-accounts";
        assertThat(mara.send("POST", api, "{\"provider\": \"sandbox\", \"country\": \"PT\"}")
                        .body())
                .contains("\"state\":\"incomplete\"", "\"topic\":\"bank_account\"");
        assertThat(mara.send(
                                "POST",
                                api + "/sandbox/onboardings",
                                "{\"returnUrl\": \"https://example.org/done\", \"againUrl\": \"nonsense\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(mara.get(api + "/sandbox/balance").body()).contains("\"items\":[]");
        assertThat(mara.send("POST", api + "/sandbox/payouts", "{\"amount\": {\"amount\": 1, \"currency\": \"EUR\"}}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_file_that_is_none_is_refused_at_its_field() {
        DisputeView dispute = disputed();
        String page = path() + "/disputes/" + dispute.id();

        assertThat(mara.put("/api/v1/disputes/" + dispute.id() + "/files/receipt", "image/png", "MZ a program")
                        .statusCode())
                .isEqualTo(422);
        assertThat(mara.post(page + "/files", "field", "receipt").statusCode()).isEqualTo(422);
        assertThat(mara.get(page + "/files/receipt").statusCode()).isEqualTo(404);
        assertThat(Visitor.location(mara.post(page + "/submission"))).isEqualTo(page);
        assertThat(fixture.as(owned, () -> cases.dispute(dispute.id())).submittedAt())
                .isNull();

        String file = "/api/v1/disputes/" + dispute.id() + "/files/receipt";
        mara.put(file, "application/pdf", "%PDF-1.7 paid");
        mara.put(file, "application/pdf", "%PDF-1.7 paid and received");
        assertThat(mara.get(page).body()).contains("href=\"" + page + "/files/receipt\"");
        String link = Visitor.location(mara.get(page + "/files/receipt"));
        assertThat(mara.get(link).body()).isEqualTo("%PDF-1.7 paid and received");
        assertThat(mara.get(file).body()).contains("\"url\":\"" + settings.baseUrl() + "/media/private/");
        Visitor tom = Visitor.of(settings.baseUrl()).bearing(people.token(people.person("Tom")));
        assertThat(tom.get(page + "/files/receipt").statusCode()).isEqualTo(404);
        assertThat(tom.get(file).statusCode()).isEqualTo(404);
        mara.post(page + "/evidence/receipt/removal");
        assertThat(mara.get(link).statusCode()).isEqualTo(404);

        mara.post(page + "/evidence", "more", "They were there");
        mara.post(page + "/submission");
        assertThat(mara.get(page).body()).contains("They were there", "The bank has your evidence and decides");
    }

    @Test
    void the_operator_sets_fees_and_is_told_what_is_wrong_with_them() {
        PersonId operator = administrators.appoint();
        Visitor admin = Visitor.of(settings.baseUrl()).bearing(administrators.token(operator));
        String slug = owned.organization().slug();
        assertThat(admin.post("/admin/platform-fees", "percent", "101").body()).contains("from 0 to 100");
        assertThat(admin.post("/admin/platform-fees", "percent", "1", "fixed", "0.30")
                        .body())
                .contains("A fixed part needs a currency");
        assertThat(Visitor.location(admin.post(
                        "/admin/platform-fees",
                        "organization",
                        slug,
                        "currency",
                        "EUR",
                        "percent",
                        "2.5",
                        "fixed",
                        "0.30")))
                .isEqualTo("/admin/platform-fees");
        assertThat(admin.get("/admin/platform-fees").body()).contains("2.50 %", "€0.30");
        administrators.dismiss(operator);
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, DARK", "320, LIGHT"})
    void the_pages_are_for_everybody_at_any_width_in_any_light(int width, ColorScheme light) {
        String transactions = path() + "/payouts/sandbox/transactions";
        DisputeView dispute = disputed();
        var payout = fixture.as(owned, () -> payouts.payOut(owned.id(), "sandbox", Money.of(1000, "EUR"), "1"));
        refusedRelease();
        PersonId operator = administrators.appoint();
        try (Browser browser = new Browser()) {
            look(
                    browser,
                    width,
                    light,
                    people.token(owned.owner()),
                    List.of(
                            path() + "/payouts",
                            transactions,
                            path() + "/payouts/sandbox/payouts/" + payout.ref(),
                            path() + "/disputes",
                            path() + "/disputes/" + dispute.id()));
            look(
                    browser,
                    width,
                    light,
                    administrators.token(operator),
                    List.of("/admin/platform-fees", "/admin/payout-accounts"));
            assertThat(browser.complaints()).isEmpty();
        } finally {
            administrators.dismiss(operator);
        }
    }

    private void refusedRelease() {
        var event = fixture.draft(owned);
        acting.asSystem(
                owned.id(),
                () -> transaction.executeWithoutResult(status -> jdbc.sql("""
                        insert into payout.releases
                          (id, organization_id, event_id, provider, currency, ended_at, due_at, state, reason, words, amount, updated_at)
                        values (?, ?, ?, 'sandbox', 'EUR', now(), now(), 'failed', 'denied', 'You have insufficient funds', 4800, now())
                        """)
                        .params(Ids.next(), owned.id().value(), event.id().value())
                        .update()));
    }

    private void look(Browser browser, int width, ColorScheme light, String token, List<String> addresses) {
        Page page = browser.visitor(Browser.visitorOptions()
                .setViewportSize(width, 900)
                .setColorScheme(light)
                .setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + token)));
        for (String address : addresses) {
            page.navigate(settings.baseUrl().resolve(address).toString());
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(address)
                    .isEqualTo(width);
            assertThat(Look.violations(page)).as(address).isEmpty();
            String name = address.replaceAll("[0-9a-f-]{30,}|po_\\w+", "x").replaceAll("\\W+", "-");
            Look.keep(page, "payouts/" + name + "-" + width + "-" + light);
        }
    }

    /** An organization with an active account, sales, and a dispute that waits for an answer. */
    private DisputeView disputed() {
        fixture.open(owned, "sandbox");
        String onboarding = Visitor.location(mara.post(path() + "/payouts/sandbox/onboardings"));
        mara.post(onboarding, "outcome", "verified");
        mara.get(path() + "/payouts");
        fixture.paid(owned, 4800);
        fixture.paid(owned, 2400, PaymentFixture.DISPUTED_CARD);
        await().untilAsserted(() -> assertThat(fixture.as(
                        owned, () -> cases.disputes(owned.id(), null, 50).items()))
                .hasSize(1));
        return fixture.as(owned, () -> cases.disputes(owned.id(), null, 50).items())
                .getFirst();
    }

    private String path() {
        return "/manage/organizations/" + owned.organization().slug();
    }
}
