package io.marquee.ordering.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderView;
import io.marquee.organization.Organizations;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.Browser;
import io.marquee.testing.EventFixture;
import io.marquee.testing.Look;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.PricingFixture;
import io.marquee.testing.SeatFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketTypeView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A sale at the counter from the first number to the money back, by keyboard and finger, at any width, in any light. */
@MarqueeTest
@Tag("browser")
class CounterBrowserTest {
    @Autowired
    PeopleFixture people;

    @Autowired
    Organizations organizations;

    @Autowired
    EventFixture events;

    @Autowired
    TicketFixture tickets;

    @Autowired
    PricingFixture pricing;

    @Autowired
    SeatFixture seats;

    @Autowired
    OrderFixture orders;

    @Autowired
    Capabilities capabilities;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    private Page page;
    private int width;

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, DARK"})
    void a_sale_and_its_money_back_can_be_followed(int at, ColorScheme light) {
        width = at;
        String email = PeopleFixture.address("olga");
        PersonId olga = people.personWithPassword(email);
        var organization = acting.as(people.actor(olga), () -> organizations.create(olga, "Pier " + olga));
        EventView event = events.published(organization.id());
        TicketTypeView stalls = tickets.type(event, 20);
        tickets.type(event, TicketFixture.payWhatYouWant(10, 500));
        seats.plan(event, 3, 8, stalls);
        pricing.code(event, PricingFixture.percent("HALF", 50));
        OrderView online = orders.paid(event, stalls, 2);
        String manage = "/manage/events/" + event.slug();
        try (Browser browser = new Browser()) {
            page = browser.visitor(
                    Browser.visitorOptions().setViewportSize(width, 800).setColorScheme(light));
            signIn(email);
            open(manage + "/box-office", "counter");
            page.getByLabel("Code").fill("HALF");
            page.locator("[name='quantity." + stalls.id() + "']").fill("2");
            page.locator("[data-quote]").getByText("€24.00").first().waitFor();
            press("Name who comes");
            looks("counter-hold");
            page.locator("[name='attendees[1].name']").fill("Bo");
            page.getByLabel("Given").fill("30");
            press("Sell and issue tickets");
            page.getByText("Change: €6.00.").waitFor();
            looks("counter-sold");
            open(manage + "/box-office/seats", "counter-seats");

            page.navigate(settings.baseUrl() + manage + "/orders");
            page.locator(".row-link").first().click();
            looks("counter-order");
            String order = page.url().substring(settings.baseUrl().toString().length());
            open(order + "/refunds/new?preview=true&reason=ill&amount=10&cash=later", "counter-refund");
            page.locator("form[action$='/refunds'] button").click();
            open(manage + "/box-office/dues", "counter-dues");
            open(manage + "/orders/" + online.code() + "/ticket-cancellations", "cancel-tickets");
            open("/orders/" + capabilities.tokenFor(online.hold().value()), "buyer-asks");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void press(String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name)).click();
    }

    private void signIn(String email) {
        page.navigate(settings.baseUrl() + "/login");
        page.getByLabel("Email").fill(email);
        page.getByLabel("Password").fill(PeopleFixture.PASSWORD);
        press("Log in");
    }

    private void open(String path, String name) {
        page.navigate(settings.baseUrl() + path);
        looks(name);
    }

    private void looks(String name) {
        Look.keep(page, name + "-" + width);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isEqualTo(width);
        assertThat(Look.violations(page)).as(name).isEmpty();
    }
}
