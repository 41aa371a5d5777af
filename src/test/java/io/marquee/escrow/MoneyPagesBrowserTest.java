package io.marquee.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.Checkout;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.RefundRequests;
import io.marquee.organization.Organizations;
import io.marquee.payment.PaymentView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.Browser;
import io.marquee.testing.EventFixture;
import io.marquee.testing.Look;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.StakeFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketTypeView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a buyer and a team see of money, at any width, in any light. */
@MarqueeTest
@Tag("browser")
class MoneyPagesBrowserTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    private int shown;

    @Autowired
    PeopleFixture people;

    @Autowired
    Organizations organizations;

    @Autowired
    EventFixture events;

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    StakeFixture stakes;

    @Autowired
    Stakes terms;

    @Autowired
    RefundRequests requests;

    @Autowired
    Checkout checkout;

    @Autowired
    Capabilities capabilities;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, DARK", "320, LIGHT"})
    void everybody_can_use_the_pages_at_any_width_in_any_light(int width, ColorScheme light) {
        String email = PeopleFixture.address("olga");
        PersonId olga = people.personWithPassword(email);
        var organization = acting.as(people.actor(olga), () -> organizations.create(olga, "Pier " + olga));
        EventView event = events.published(organization.id());
        TicketTypeView type = stakes.type(event, 20);
        OrderView order = orders.place(tickets.hold(event, type, 2), "Olga Owner", email);
        orders.pay(order, PaymentFixture.GOOD_CARD);
        acting.as(OrderFixture.buyer(order), () -> requests.ask(order.id(), "We caught a cold, both of us."));
        var hold = tickets.hold(event, type, 2);
        EventView kept = events.published(organization.id());
        TicketTypeView keptType = stakes.type(kept, 20);
        acting.as(people.actor(olga), () -> terms.choose(kept, List.of(keptType.id()), new StakeTerms(24, 30, true)));
        OrderView unpaid = orders.place(tickets.hold(kept, keptType, 1), "Olga Owner", email);
        orders.pay(unpaid, PaymentFixture.POOR_CARD);
        var keeping = tickets.hold(kept, keptType, 2);
        String form = sandboxPage(orders.place(tickets.hold(kept, keptType, 1), "Olga Owner", email), null);
        String question = sandboxPage(
                orders.place(tickets.hold(kept, keptType, 1), "Olga Owner", email), PaymentFixture.CAREFUL_CARD);
        stakes.end(kept, Instant.now().minus(Duration.ofHours(25)));
        stakes.pass();
        stakes.pass();
        stakes.until(kept, StakeState.UNPAID);
        Page page = browser.visitor(
                Browser.visitorOptions().setViewportSize(width, 800).setColorScheme(light));
        signIn(page, email);

        String manage = "/manage/events/" + event.slug();
        String ticket = orders.ticketsOf(order).getFirst().id().toString();
        for (String path : List.of(
                "/purchases",
                "/purchases?sent",
                "/account/purchases",
                "/account/payment-methods",
                "/orders/" + capabilities.tokenFor(order.hold().value()),
                "/checkout/" + capabilities.tokenFor(hold.id().value()),
                manage + "/stakes",
                "/orders/" + capabilities.tokenFor(unpaid.hold().value()),
                "/checkout/" + capabilities.tokenFor(keeping.id().value()),
                "/manage/events/" + kept.slug() + "/stakes",
                form,
                question,
                manage + "/refund-requests",
                "/manage/organizations/" + organization.slug() + "/refund-requests",
                manage + "/orders/" + order.code(),
                manage + "/orders/" + order.code() + "/refunds/new?preview=true&reason=ill&amount=10&ticket="
                        + ticket)) {
            check(page, path, width);
        }
    }

    private String sandboxPage(OrderView order, @Nullable String card) {
        PaymentView open = acting.as(
                OrderFixture.buyer(order),
                () -> checkout.pay(order.id(), "sandbox", card, "http://localhost/checkout/return"));
        String url =
                Objects.requireNonNull(Objects.requireNonNull(open.nextAction()).url());
        return url.substring(url.indexOf("/sandbox/"));
    }

    private void signIn(Page page, String email) {
        page.navigate(settings.baseUrl() + "/login");
        page.getByLabel("Email").fill(email);
        page.getByLabel("Password").fill(PeopleFixture.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Log in"))
                .click();
    }

    private void check(Page page, String path, int width) {
        page.navigate(settings.baseUrl() + path);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(path)
                .isEqualTo(width);
        if (width > 320) {
            assertThat(Look.violations(page)).as(path).isEmpty();
            Look.keep(
                    page,
                    "money-" + width
                            + path.replaceAll("/[A-Za-z0-9_-]{20,}", "").replaceAll("[^a-z]+", "-") + "-" + ++shown);
        }
    }
}
