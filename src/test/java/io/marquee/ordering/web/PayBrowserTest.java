package io.marquee.ordering.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.marquee.event.EventView;
import io.marquee.platform.config.Settings;
import io.marquee.stripe.FakeStripe;
import io.marquee.stripe.TestCard;
import io.marquee.testing.Browser;
import io.marquee.testing.Look;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.StakeFixture;
import io.marquee.testing.StripeFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import io.marquee.ticketing.TicketTypeView;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Paying through Stripe, on our page and on Stripe's, in a real browser. */
@MarqueeTest(settings = {FakeStripe.SETTING, "MARQUEE_SANDBOX=off"})
@Tag("browser")
class PayBrowserTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    TicketFixture tickets;

    @Autowired
    StripeFixture stripe;

    @Autowired
    StakeFixture stakes;

    @Autowired
    Settings settings;

    EventView event;
    TicketTypeView type;

    @BeforeEach
    void a_concert() {
        stripe.calm();
        event = tickets.event();
        type = tickets.type(event, 100);
    }

    @Test
    void the_form_on_our_page_leads_to_the_tickets() {
        Page page = payPage(Browser.visitorOptions());
        enter(page, TestCard.GOOD);
        pay(page);

        assertThat(page).hasURL(Pattern.compile(".*/orders/h_.*"));
        assertThat(page.locator("h1")).containsText("You’re going");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_declined_card_is_told_and_the_next_try_is_a_form_of_its_own() {
        Page page = payPage(Browser.visitorOptions());
        String first = page.locator("[data-pay]").getAttribute("data-secret");
        enter(page, TestCard.POOR);
        pay(page);
        assertThat(page.locator("h1")).containsText("The payment was declined");

        page.locator(".btn-primary", new Page.LocatorOptions().setHasText("Try again"))
                .click();
        assertThat(page.locator("[data-pay]")).isVisible();
        assertThat(page.locator("[data-pay]").getAttribute("data-secret")).isNotEqualTo(first);
        enter(page, TestCard.GOOD);
        pay(page);
        assertThat(page.locator("h1")).containsText("You’re going");
    }

    @Test
    void while_the_bank_decides_the_page_says_so_and_finds_out_by_itself() {
        stripe.fake().timeTaken(null);
        Page page = payPage(Browser.visitorOptions());
        enter(page, TestCard.SLOW);
        pay(page);
        assertThat(page.locator("h1")).containsText("Your bank is still deciding");
        assertThat(page.locator("#outcome")).containsText("Please don’t pay again");

        stripe.fake().timePasses();
        assertThat(page.locator("h1")).containsText("You’re going");
    }

    @Test
    void who_would_rather_pays_on_stripes_own_page() {
        Page page = payPage(Browser.visitorOptions());
        elsewhere(page).click();
        assertThat(page).hasURL(Pattern.compile(stripe.fake().url() + "/.*"));
        stripe.payOn(page.url(), TestCard.GOOD);

        page.navigate(checkout + "/return");
        assertThat(page.locator("h1")).containsText("You’re going");
    }

    @Test
    void without_the_script_the_page_says_so_and_the_other_way_stays() {
        NewContextOptions options = Browser.visitorOptions();
        Page page = browser.visitor(options);
        page.context().route(stripe.fake().script(), route -> route.abort());
        page.navigate(checkout());
        submitDetails(page);

        assertThat(page.locator("[data-pay-problem]")).containsText("could not be shown");
        assertThat(elsewhere(page)).isVisible();
        assertThat(page.locator("[data-pay-button]")).isHidden();
    }

    @Test
    void stripes_script_is_allowed_on_this_page_alone() {
        Visitor ada = Visitor.of(settings.baseUrl());
        String checkout = hold(ada);
        String pay = Visitor.location(
                ada.post(checkout + "/order", "buyer.name", "Ada Lind", "buyer.email", "ada@example.org"));

        assertThat(policy(ada.get(pay)))
                .contains("script-src 'self' " + stripe.fake().url());
        assertThat(policy(ada.get(checkout + "/return"))).contains("script-src 'self';");
        assertThat(policy(ada.get("/discover"))).contains("script-src 'self';");
    }

    @Test
    void the_page_is_readable_in_the_dark_and_on_a_phone() {
        Page wide = payPage(Browser.visitorOptions());
        shoot(wide, "pay-wide");
        Page phone = payPage(Browser.visitorOptions().setViewportSize(390, 900).setColorScheme(ColorScheme.DARK));
        shoot(phone, "pay-phone");

        assertThat(Look.violations(phone, "main")).isEmpty();
    }

    @Test
    void a_card_that_is_only_kept_is_given_on_the_same_page_and_nothing_says_that_one_pays() {
        stakes.keepCards(event, type);
        Page wide = payPage(Browser.visitorOptions());
        assertThat(wide).hasTitle(Pattern.compile("Your card.*"));
        assertThat(wide.locator("main")).containsText("Nothing is charged now");
        assertThat(wide.locator("main")).not().containsText("Pay on the page");
        shoot(wide, "keep-wide");
        Page phone = payPage(Browser.visitorOptions().setViewportSize(390, 900).setColorScheme(ColorScheme.DARK));
        shoot(phone, "keep-phone");
        assertThat(Look.violations(phone, "main")).isEmpty();

        enter(phone, TestCard.GOOD);
        pay(phone);
        assertThat(phone.locator("h1")).containsText("You’re going");
    }

    private static void shoot(Page page, String name) {
        Look.keep(page, "pay/" + name);
    }

    private String checkout = "";

    private String checkout() {
        checkout = settings.baseUrl() + hold(Visitor.of(settings.baseUrl()));
        return checkout;
    }

    private String hold(Visitor visitor) {
        return Visitor.location(visitor.post("/events/" + event.slug() + "/holds", "qty_" + type.id(), "2"));
    }

    private Page payPage(NewContextOptions options) {
        Page page = browser.visitor(options);
        page.navigate(checkout());
        submitDetails(page);
        assertThat(page.locator("[data-pay-button]")).isVisible();
        return page;
    }

    private static void submitDetails(Page page) {
        page.locator("[name='buyer.name']").fill("Ada Lind");
        page.locator("[name='buyer.email']").fill("ada@example.org");
        page.locator("button[data-needs-hold]").click();
    }

    private static Locator elsewhere(Page page) {
        return page.locator("button", new Page.LocatorOptions().setHasText("Pay on the page of Stripe instead"));
    }

    private static void enter(Page page, TestCard card) {
        FrameLocator form = page.frameLocator("[data-pay-form] iframe");
        form.locator("#number").fill(card.number());
        if (form.locator("#expiry").isVisible()) {
            form.locator("#expiry").fill("12 / 40");
            form.locator("#cvc").fill("123");
        }
    }

    private static void pay(Page page) {
        page.locator("[data-pay-button] button").click();
    }

    private static String policy(HttpResponse<String> answer) {
        return Objects.requireNonNull(
                answer.headers().firstValue("Content-Security-Policy").orElse(null));
    }
}
