package io.marquee.checkin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.marquee.event.EventView;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.testing.Browser;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.Look;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The scanner as people use it: typing, without a network, without scripts, without a camera. */
@MarqueeTest
@Tag("browser")
class ScannerBrowserTest {
    @RegisterExtension
    static final Browser browser = new Browser(List.of("--use-fake-device-for-media-stream"));

    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    PeopleFixture people;

    @LocalServerPort
    int port;

    EventView event;
    List<TicketView> tickets;
    String mara;

    @BeforeEach
    void mara_is_staff() {
        event = fixture.event();
        tickets = door.tickets(event, 3);
        mara = PeopleFixture.address("mara");
        door.role(event, people.personWithPassword(mara), EventRole.STAFF);
    }

    @Test
    void neither_a_bad_scan_nor_a_login_that_ran_out_blocks_the_next() {
        ScannerScreen screen = scanner(ScannerScreen.phone());
        assertThat(screen.part("ready")).hasText("Ready");

        screen.type("https://example.org/wifi");
        assertThat(screen.part("title")).hasText("Not our ticket");
        screen.type(tickets.get(1).code());
        assertThat(screen.part("title")).hasText("Welcome, Ada");
        assertThat(screen.page().locator("[data-recent] li")).hasCount(2);

        screen.page().context().clearCookies();
        screen.scan(tickets.get(2).qr(), "Welcome, Ada");
        assertThat(screen.part("note")).containsText("Provisional");
        assertThat(screen.part("again")).hasText("Please log in again");
        screen.part("again").click();
        screen.logIn(mara);
        assertThat(screen.page().locator("h1")).hasText(event.details().title());
        Awaitility.await().until(() -> door.now(tickets.get(2)).state() == TicketState.CHECKED_IN);
    }

    @Test
    void who_was_let_in_while_the_answer_got_lost_is_let_in_by_trying_again() {
        ScannerScreen screen = scanner(ScannerScreen.phone());
        Consumer<Route> loseTheAnswer = route -> {
            route.fetch();
            route.abort();
        };
        screen.page().route("**/check-ins", loseTheAnswer);
        screen.page().route("**/batches", Route::abort);
        screen.type(tickets.get(1).code());
        assertThat(screen.part("title")).hasText("No answer yet");
        assertThat(screen.part("again")).hasText("Send now: 1 kept");
        assertThat(door.now(tickets.get(1)).state()).isEqualTo(TicketState.CHECKED_IN);
        screen.page().reload();
        assertThat(screen.part("again")).hasText("Send now: 1 kept");

        screen.page().unroute("**/check-ins");
        screen.page().unroute("**/batches");

        assertThat(screen.part("title")).hasText("Welcome, Ada");
        assertThat(screen.part("again")).isHidden();
    }

    @Test
    void gate_and_device_are_remembered_and_looking_lets_nobody_in() {
        ScannerScreen screen = scanner(ScannerScreen.phone());
        screen.page().locator("[data-setup] summary").click();
        screen.page().locator("#gate").fill("North gate");
        screen.page().locator("#device").fill("Phone of Mara");
        screen.page().locator("#dryRun").check();
        screen.page().reload();
        assertThat(screen.part("gate")).hasText("North gate");
        assertThat(screen.page().locator("#device")).hasValue("Phone of Mara");
        assertThat(screen.page().locator("#dryRun")).not().isChecked();

        screen.page().locator("[data-setup] summary").click();
        screen.page().locator("#dryRun").check();
        assertThat(screen.part("dry")).isVisible();
        screen.type(tickets.get(1).code());

        assertThat(screen.part("title")).hasText("Good ticket, not used");
        assertThat(door.now(tickets.get(1)).state()).isEqualTo(TicketState.ISSUED);
    }

    @Test
    void a_camera_that_is_not_allowed_is_told_in_words_and_typing_still_works() {
        ScannerScreen screen = scanner(ScannerScreen.phone());
        screen.part("camera").click();

        assertThat(screen.part("camera-text")).containsText("The camera is blocked");
        screen.type(tickets.get(1).code());
        assertThat(screen.part("title")).hasText("Welcome, Ada");
    }

    @Test
    void without_scripts_a_typed_code_gets_its_verdict() {
        ScannerScreen screen = scanner(ScannerScreen.phone().setJavaScriptEnabled(false));

        screen.type(tickets.get(1).code());
        assertThat(screen.part("verdict")).containsText("Welcome, Ada");
        screen.type(tickets.get(1).code());
        assertThat(screen.part("verdict")).containsText("Already in");
        assertThat(screen.part("detail"))
                .hasText(Pattern.compile("First let in \\d\\d:\\d\\d:\\d\\d at Main gate, with Scanner"));
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, DARK", "320, LIGHT"})
    void everybody_can_use_the_pages_at_any_width_in_any_light(int width, ColorScheme light) {
        ScannerScreen screen =
                scanner(Browser.visitorOptions().setViewportSize(width, 844).setColorScheme(light));
        screen.type(tickets.get(1).code());
        assertThat(screen.part("title")).hasText("Welcome, Ada");
        accessible(screen.page(), width);

        screen.visit("/manage/events/" + event.slug() + "/check-ins");
        assertThat(screen.page().locator("table")).containsText("Admitted");
        accessible(screen.page(), width);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whoever_is_only_staff_finds_the_scanner_from_the_first_page() {
        ScannerScreen screen = new ScannerScreen(browser.visitor(ScannerScreen.phone()), "http://localhost:" + port);
        screen.visit("/login");
        screen.logIn(mara);
        follow(screen, "My events");
        follow(screen, event.details().title());

        assertThat(screen.page().locator("[data-scanner] h1"))
                .hasText(event.details().title());
        assertThat(browser.complaints()).isEmpty();
    }

    private static void follow(ScannerScreen screen, String link) {
        screen.page()
                .getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .click();
    }

    private static void accessible(Page page, int width) {
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(Look.violations(page)).isEmpty();
    }

    private ScannerScreen scanner(NewContextOptions options) {
        return ScannerScreen.open(browser, options, port, event, mara);
    }
}
