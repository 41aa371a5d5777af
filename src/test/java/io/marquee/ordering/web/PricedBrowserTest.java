package io.marquee.ordering.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.marquee.event.EventView;
import io.marquee.kernel.Money;
import io.marquee.platform.config.Settings;
import io.marquee.testing.Browser;
import io.marquee.testing.Look;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PricingFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketTypeDetails;
import io.marquee.ticketing.TicketTypeView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** The price that follows the cart. */
@MarqueeTest
@Tag("browser")
class PricedBrowserTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    TicketFixture tickets;

    @Autowired
    PricingFixture pricing;

    @Autowired
    Settings settings;

    EventView event;
    TicketTypeView general;
    TicketTypeView solidarity;

    @BeforeEach
    void a_concert_with_prices() {
        event = tickets.event();
        general = tickets.type(event, 100);
        solidarity = tickets.type(
                event,
                new TicketTypeDetails(
                        "Solidarity",
                        "",
                        TicketFixture.PRICE,
                        50,
                        10,
                        null,
                        null,
                        null,
                        false,
                        Money.of(500, "EUR"),
                        false,
                        null,
                        ""));
        pricing.rule(event, PricingFixture.tax("City tax", 10, true));
        pricing.code(event, PricingFixture.percent("HALF", 50));
    }

    @Test
    void the_total_follows_numbers_prices_and_the_code() {
        Page page = visit(Browser.visitorOptions());
        Locator quote = page.locator("[data-quote]");

        page.locator("#qty_" + general.id()).fill("2");
        assertThat(quote).containsText("€52.80");
        page.locator("#qty_" + solidarity.id()).fill("1");
        page.locator("[name='price_" + solidarity.id() + "']").fill("10");
        assertThat(quote).containsText("€63.80");
        page.locator("[name=code]").fill("half");
        assertThat(quote).containsText("€31.90");
        page.locator("[name=code]").fill("halve");
        assertThat(page.getByText("There is no such code for this event.")).hasCount(1);
        assertThat(quote).containsText("€63.80");

        page.locator("[name=code]").fill("HALF");
        page.locator("[data-total-button]").click();
        assertThat(page.locator(".bill")).containsText("€31.90");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void without_scripts_the_button_leads_to_a_page_with_the_price() {
        Page page = visit(Browser.visitorOptions().setJavaScriptEnabled(false));
        page.locator("#qty_" + general.id()).fill("2");
        page.locator("[name=code]").fill("HALF");
        page.locator(".code-field button").click();

        assertThat(page.locator(".bill")).containsText("€26.40");
        assertThat(page.locator("#qty_" + general.id())).hasValue("2");
    }

    @Test
    void it_fits_a_narrow_phone_in_the_dark_and_has_no_barriers() {
        NewContextOptions phone =
                Browser.visitorOptions().setViewportSize(320, 800).setColorScheme(ColorScheme.DARK);
        tickets.type(event, TicketFixture.variant("Balcony", "Balcony, early bird", 5));
        tickets.type(event, TicketFixture.variant("Balcony", "Balcony, regular", 50));
        Page page = visit(phone);
        page.locator("#qty_" + general.id()).fill("2");
        assertThat(page.locator("[data-quote]")).containsText("€52.80");

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
        assertThat(Look.violations(page, "#tickets")).isEmpty();
        Look.keep(page, "variants-320-DARK");
    }

    private Page visit(NewContextOptions options) {
        Page page = browser.visitor(options);
        page.navigate(settings.baseUrl() + "/events/" + event.slug());
        return page;
    }
}
