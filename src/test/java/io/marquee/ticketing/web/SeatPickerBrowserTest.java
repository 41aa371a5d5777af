package io.marquee.ticketing.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.marquee.event.EventView;
import io.marquee.platform.config.Settings;
import io.marquee.seating.SeatPlan;
import io.marquee.testing.Browser;
import io.marquee.testing.Look;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.SeatFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketTypeView;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
@Tag("browser")
class SeatPickerBrowserTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    TicketFixture tickets;

    @Autowired
    SeatFixture seating;

    @Autowired
    Settings settings;

    EventView event;
    TicketTypeView adult;
    TicketTypeView child;
    SeatPlan plan;

    @BeforeEach
    void a_hall_with_a_balcony() {
        event = tickets.event();
        adult = tickets.type(event, 200);
        child = tickets.type(event, 200);
        plan = seating.plan(event, 8, 16, adult, child);
        plan = seating.section(event, "Balcony", 4, 10, adult);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void seats_are_picked_on_the_drawing_and_their_names_are_on_the_checkout(int width) {
        Page page = visit(width);
        tap(page, "A8");
        tap(page, "A9");

        assertThat(chosen(page)).hasCount(2);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(Look.violations(page)).isEmpty();
        page.locator("[data-list] summary").click();
        assertThat(Look.violations(page)).isEmpty();
        assertThat(chosen(page).first()).containsText("Stalls, row A, seat 8");
        Look.keep(page, "seats-" + width);
        page.getByRole(AriaRole.BUTTON, named("Get 2 tickets")).click();

        assertThat(page).hasURL(Pattern.compile(".*/checkout/.*"));
        assertThat(page.getByText("Stalls, row A, seat 9").first()).isVisible();
    }

    @Test
    void by_keyboard_the_list_offers_the_same_seats() {
        Page page = visit(390);
        page.locator("[data-list] summary").focus();
        page.keyboard().press("Enter");
        page.locator("#section")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Balcony (40 free)"));
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Row B"))
                .getByLabel("5", new Locator.GetByLabelOptions().setExact(true))
                .focus();
        page.keyboard().press("Space");

        assertThat(chosen(page)).hasText(Pattern.compile("Balcony, row B, seat 5.*"));
        page.locator("[data-take]").focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/checkout/.*"));
    }

    @Test
    void what_others_take_is_seen_while_one_chooses_and_the_other_choices_stay() {
        Page page = visit(1280);
        tap(page, "A8");
        tap(page, "C3");
        seating.pick(event, adult, SeatFixture.seat(plan, "A8"));

        assertThat(page.locator("[data-news]")).hasText("Stalls, row A, seat 8 was just taken.");
        assertThat(chosen(page)).hasCount(1);
        assertThat(chosen(page)).containsText("row C, seat 3");
    }

    @Test
    void who_comes_a_moment_late_is_told_and_keeps_the_rest() {
        Page page = visit(1280);
        page.route(
                "**/seat-states",
                route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setStatus(304)));
        tap(page, "A8");
        tap(page, "C3");
        seating.pick(event, adult, SeatFixture.seat(plan, "A8"));
        page.unroute("**/seat-states");
        page.locator("[data-take]").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Stalls, row A, seat 8 was just taken.");
        assertThat(chosen(page)).hasCount(1);
        browser.complaints().removeIf(complaint -> complaint.contains("409") || complaint.contains("Conflict"));
    }

    @Test
    void without_scripts_a_section_is_a_list_and_choices_survive_looking_at_another() {
        Page page = browser.visitor(Browser.visitorOptions().setJavaScriptEnabled(false));
        page.navigate(settings.baseUrl() + "/events/" + event.slug());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Choose seats on the plan"))
                .click();
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Row A"))
                .getByLabel("3", new Locator.GetByLabelOptions().setExact(true))
                .check();
        page.locator("#section")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Balcony (40 free)"));
        page.getByRole(AriaRole.BUTTON, named("Show")).click();
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Row A"))
                .getByLabel("1", new Locator.GetByLabelOptions().setExact(true))
                .check();
        page.getByRole(AriaRole.BUTTON, named("Get tickets")).click();

        assertThat(page).hasURL(Pattern.compile(".*/checkout/.*"));
        assertThat(page.getByText("Stalls, row A, seat 3").first()).isVisible();
        assertThat(page.getByText("Balcony, row A, seat 1").first()).isVisible();
    }

    @Test
    void where_the_buyer_chooses_the_price_it_is_asked_for_and_refused_at_its_field() {
        event = tickets.event();
        adult = tickets.type(event, TicketFixture.payWhatYouWant(100, 500));
        plan = seating.plan(event, 2, 8, adult);
        Page page = visit(390);
        tap(page, "A4");
        page.locator("[data-chosen] ~ .field input").first().fill("3");
        page.getByRole(AriaRole.BUTTON, named("Get 1 ticket")).click();

        assertThat(page.locator("[aria-invalid=true]")).hasValue("3");
        assertThat(chosen(page)).hasCount(1);
        assertThat(Look.violations(page)).isEmpty();
        page.locator("[aria-invalid=true]").fill("7.50");
        page.getByRole(AriaRole.BUTTON, named("Get 1 ticket")).click();

        assertThat(page).hasURL(Pattern.compile(".*/checkout/.*"));
        assertThat(page.getByText("€7.50").first()).isVisible();
        browser.complaints().removeIf(complaint -> complaint.contains("422"));
    }

    @Test
    void five_thousand_seats_are_drawn_on_a_phone_and_listed_for_whoever_asks() {
        event = tickets.event();
        adult = tickets.type(event, 5000);
        plan = seating.plan(event, 50, 100, adult);
        Page page = visit(390);

        assertThat(page.locator("[data-rows] input")).hasCount(0);
        tap(page, "Z50");
        assertThat(chosen(page)).hasText(Pattern.compile("Stalls, row Z, seat 50.*"));
        page.locator("[data-list] summary").click();
        assertThat(page.locator("[data-rows] input")).hasCount(5000);
        assertThat(page.locator("[data-rows] input:checked")).hasCount(1);
    }

    private Page visit(int width) {
        Page page = browser.visitor(Browser.visitorOptions().setViewportSize(width, 900));
        page.navigate(settings.baseUrl() + "/events/" + event.slug() + "/seats");
        page.locator("[data-plan][data-ready]").waitFor();
        return page;
    }

    /** Where the drawing shows the seat: the plan fits into the canvas when the page opens. */
    private void tap(Page page, String name) {
        SeatPlan.Spot spot = plan.spots()
                .filter(s -> (s.row().label() + s.seat().label()).equals(name))
                .findFirst()
                .orElseThrow();
        double left = min(true) - 30;
        double right = max(true) + 30;
        double top = min(false) - 70;
        double bottom = max(false) + 30;
        var box = page.locator("canvas").boundingBox();
        double scale = Math.min(box.width / (right - left), box.height / (bottom - top));
        page.locator("canvas")
                .click(new Locator.ClickOptions()
                        .setPosition(
                                spot.seat().x() * scale + (box.width - (right + left) * scale) / 2,
                                spot.seat().y() * scale + (box.height - (bottom + top) * scale) / 2));
    }

    private double min(boolean x) {
        return plan.spots()
                .mapToDouble(s -> x ? s.seat().x() : s.seat().y())
                .min()
                .orElseThrow();
    }

    private double max(boolean x) {
        return plan.spots()
                .mapToDouble(s -> x ? s.seat().x() : s.seat().y())
                .max()
                .orElseThrow();
    }

    private static Locator chosen(Page page) {
        return page.locator("[data-chosen] .chosenseat");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    @org.junit.jupiter.api.AfterEach
    void nothing_was_complained_of() {
        assertThat(browser.complaints()).isEmpty();
    }
}
