package io.marquee.checkin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import io.marquee.checkin.device.DeviceDetails;
import io.marquee.checkin.device.DeviceScope;
import io.marquee.checkin.device.Devices;
import io.marquee.event.EventView;
import io.marquee.registration.Condition;
import io.marquee.registration.Question;
import io.marquee.registration.QuestionDetails;
import io.marquee.registration.QuestionKind;
import io.marquee.testing.Browser;
import io.marquee.testing.DeviceFixture;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.Look;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.QuestionFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketTypeView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The box office on a phone at the gate: tickets, money, names and papers, and what it says without a network. */
@MarqueeTest
@Tag("browser")
class ScannerCounterTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    DeviceFixture devices;

    @Autowired
    QuestionFixture questions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_phone_that_may_sells_lets_in_and_changes_the_name() {
        EventView event = fixture.event();
        door.tickets(event, 1);
        TicketTypeView gift = fixture.type(event, TicketFixture.payWhatYouWant(20, 500));
        Question diet = questions.ask(event, QuestionFixture.diet());
        questions.ask(
                event,
                new QuestionDetails("Which nuts?", "", QuestionKind.SHORT_TEXT, true, true, List.of())
                        .onlyIf(new Condition(diet.id(), List.of("Nothing from animals"))));
        try (Browser browser = new Browser()) {
            ScannerScreen screen = enrolled(browser, till(event, List.of()));
            Locator counter = screen.part("counter");
            counter.locator("summary").click();
            Locator quantities = counter.locator("[type=number]");
            quantities.first().fill("2");
            quantities.first().blur();
            assertThat(screen.part("counter-total")).containsText("To pay: €48.00");
            counter.locator("#sell_given").fill("40");
            sell(counter);
            assertThat(screen.part("counter-problem")).not().isEmpty();
            assertThat(counter.locator("#sell_given")).isFocused();
            counter.locator("#sell_given").fill("60,50");
            counter.locator("#sell_name").fill("Ida Berg");
            counter.getByLabel("Ticket 2: Name").fill("Ole Sand");
            sell(counter);
            assertThat(counter.getByLabel("Ticket 1: What do you eat?")).isFocused();
            assertThat(counter.getByLabel("Ticket 1: Which nuts?")).isHidden();
            counter.getByLabel("Ticket 1: What do you eat?").selectOption("Nothing from animals");
            assertThat(counter.getByLabel("Ticket 1: Which nuts?")).isVisible();
            for (int i = 1; i <= 2; i++)
                counter.getByLabel("Ticket " + i + ": What do you eat?").selectOption("No meat");
            assertThat(counter.getByLabel("Ticket 1: Which nuts?")).isHidden();
            usable(screen, "scanner-sell");

            screen.page().context().setOffline(true);
            sell(counter);
            assertThat(screen.part("counter-problem"))
                    .hasText("Selling needs the network. Scanning goes on without it.");
            screen.page().context().setOffline(false);
            Deque<Consumer<Route>> happens = new ArrayDeque<>(
                    List.of(ScannerCounterTest::sellsAndLosesTheAnswer, ScannerCounterTest::isUnderWay, Route::resume));
            screen.page()
                    .context()
                    .route("**/door/sales", route -> happens.remove().accept(route));
            for (int waits = 2; waits > 0; waits--) {
                int left = waits;
                sellsTwiceAtOnce(counter);
                screen.page().waitForCondition(() -> happens.size() == left);
                assertThat(counter.locator("form .btn-primary")).isEnabled();
                assertThat(screen.part("counter-problem")).containsText("nothing is sold twice");
            }
            // the camera of the phone opens the next link by itself, in a page of its own
            screen.page().navigate("about:blank");
            Devices.Invited again = till(event, List.of());
            screen.page().navigate(again.url());
            assertThat(screen.part("detail")).containsText("then use the new link");
            assertThat(screen.part("counter-problem")).containsText("2 × General admission · To pay: €48.00");
            assertThat(screen.part("counter-problem")).containsText("Nothing is sold twice");
            usable(screen, "scanner-sale-open");
            sell(counter);
            assertThat(screen.part("counter-sold")).containsText("€48.00 · Change: €12.50");
            screen.page().reload();
            assertThat(screen.part("counter-sold")).containsText("€48.00 · Change: €12.50");
            assertThat(counter.locator("[data-paper]").first())
                    .hasAttribute("href", Pattern.compile("/orders/.+/rolls/tickets\\?width=80"));
            usable(screen, "scanner-sold");

            counter.locator("ul button").first().click();
            assertThat(screen.part("title")).hasText("Welcome, Ida");
            screen.part("rename").click();
            // a scan goes on behind the dialog: that of the second ticket
            counter.locator("ul button").nth(1).evaluate("button => button.click()");
            assertThat(counter.locator("ul button").nth(1)).isDisabled();
            assertThat(screen.page().locator("[data-scanner]")).hasAttribute("data-turn", "2");
            screen.page().locator("#holder").fill("Ida van den Berg");
            usable(screen, "scanner-rename");
            screen.page().locator("[data-rename-panel] [value=save]").click();
            assertThat(screen.page().locator("[data-rename-panel]")).isHidden();
            assertThat(screen.part("title")).hasText("Welcome, Ole");
            assertThat(holders(event)).as("of one sale, by position").containsExactly("Ida van den Berg", "Ole Sand");
            screen.part("rename").click();
            screen.page().locator("#holder").fill("Ole Berg");
            screen.page().locator("[data-rename-panel] [value=save]").click();
            assertThat(screen.part("title")).hasText("Name changed");
            assertThat(screen.part("line")).containsText("Ole Berg");
            screen.part("counter-next").click();
            assertThat(counter.locator("[type=number]").first()).hasValue("");

            // the answer to another sale is lost, and the phone, which took the new link meanwhile, is taken off the
            // door
            happens.addAll(List.<Consumer<Route>>of(ScannerCounterTest::sellsAndLosesTheAnswer, Route::resume));
            quantities.first().fill("1");
            quantities.first().blur();
            counter.getByLabel("Ticket 1: What do you eat?").selectOption("No meat");
            sell(counter);
            assertThat(screen.part("counter-problem")).containsText("nothing is sold twice");
            devices.revoke(event, again.device().id());
            screen.type("K7QF2M9P");
            assertThat(screen.part("title")).hasText("No door yet");
            assertThat(screen.part("note")).containsText("1 × General admission");
            screen.page().reload();
            assertThat(screen.part("note")).containsText("1 × General admission");
            usable(screen, "scanner-sale-kept");
            // what a device of before sold it tells, though it would not sell that itself
            screen.page().navigate("about:blank");
            screen.page().navigate(till(event, List.of(gift.id().value())).url());
            assertThat(screen.part("counter-problem")).containsText("1 × General admission");
            sell(counter);
            assertThat(screen.part("counter-sold")).containsText("€24.00");

            ScannerScreen scanner =
                    enrolled(browser, devices.invited(event, new DeviceDetails("Gate", List.of(), List.of(), null)));
            assertThat(scanner.part("counter")).isHidden();
        }
    }

    private static void sellsAndLosesTheAnswer(Route route) {
        route.fetch();
        route.abort();
    }

    private static void isUnderWay(Route route) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(409)
                .setContentType("application/problem+json")
                .setBody("{\"code\": \"idempotency_under_way\"}"));
    }

    private List<String> holders(EventView event) {
        return fixture.inside(
                event.organization(),
                () -> jdbc.sql("""
                                select t.holder_name from ordering.counter_sales s
                                  join ticketing.tickets t on t.order_id = s.order_id
                                 where s.event_id = ? order by t.position
                                """)
                        .param(event.id().value())
                        .query(String.class)
                        .list());
    }

    /** As a thumb that trembles. The second must not be sent: {@link #isUnderWay} would answer it. */
    private static void sellsTwiceAtOnce(Locator counter) {
        counter.locator("form").evaluate("form => { form.requestSubmit(); form.requestSubmit(); }");
    }

    private static void sell(Locator counter) {
        counter.locator("form .btn-primary").click();
    }

    private Devices.Invited till(EventView event, List<UUID> types) {
        return devices.invited(event, new DeviceDetails("Till", List.of(), types, null, List.of(DeviceScope.values())));
    }

    private static ScannerScreen enrolled(Browser browser, Devices.Invited device) {
        ScannerScreen screen = new ScannerScreen(browser.visitor(ScannerScreen.phone()), "");
        screen.page().navigate(device.url());
        assertThat(screen.part("ready")).hasText("Ready");
        return screen;
    }

    private static void usable(ScannerScreen screen, String picture) {
        Look.keep(screen.page(), picture);
        assertThat(Look.violations(screen.page())).isEmpty();
        assertThat((Integer) screen.page().evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }
}
