package io.marquee.checkin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.marquee.event.EventView;
import io.marquee.kernel.ShortCode;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.testing.Browser;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.FakeCamera;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The scanner on a phone, with a camera that sees a real ticket. */
@MarqueeTest
class ScannerBrowserTest {
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(30_000);

    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    PeopleFixture people;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    EventView event;
    List<TicketView> tickets;
    String mara;
    Browser browser;

    @BeforeEach
    void a_phone_sees_a_ticket() {
        event = fixture.event();
        tickets = door.tickets(event, 3);
        mara = PeopleFixture.address("mara");
        door.role(event, people.personWithPassword(mara), EventRole.STAFF);
        browser = new Browser(FakeCamera.seeing(tickets.getFirst().qr(), folder));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void the_camera_reads_a_ticket_and_lets_it_in_and_its_typed_code_is_already_in() {
        Page page = scanner(phone().setPermissions(List.of("camera")));
        AtomicInteger sent = countScans(page);

        assertThat(page.locator("[data-verdict]")).containsText("Welcome, Ada", PATIENTLY);
        assertThat(page.locator("[data-line]")).hasText("Ada Lind · General admission · ticket 1 of 3");
        assertThat(page.locator("[data-turnout-text]")).containsText("1 of 3 in", PATIENTLY);
        assertThat(door.now(tickets.getFirst()).state()).isEqualTo(TicketState.CHECKED_IN);
        assertThat(sent).as("the code stays in view, and is sent once").hasValue(1);

        type(page, ShortCode.grouped(tickets.getFirst().code()).toLowerCase(Locale.ROOT));

        assertThat(page.locator("[data-title]")).hasText("Already in");
        assertThat(page.locator("[data-detail]"))
                .hasText(Pattern.compile("First let in \\d\\d:\\d\\d:\\d\\d at Main gate, with Linux \\d\\d"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_bad_scan_does_not_block_the_next() {
        Page page = scanner(phone());

        type(page, "https://example.org/wifi");
        assertThat(page.locator("[data-title]")).hasText("Not our ticket");
        type(page, tickets.get(1).code());
        assertThat(page.locator("[data-title]")).hasText("Welcome, Ada");
        assertThat(page.locator("[data-recent] li")).hasCount(2);
    }

    @Test
    void a_scan_that_the_network_lost_is_kept_and_sent_again() {
        Page page = scanner(phone());
        page.route("**/check-ins", Route::abort);

        type(page, tickets.get(1).code());
        assertThat(page.locator("[data-title]")).hasText("No answer yet");
        assertThat(page.locator("[data-again]")).hasText("Try again: 1 kept");
        page.reload();
        page.unroute("**/check-ins");
        page.locator("[data-again]").click();

        assertThat(page.locator("[data-title]")).hasText("Welcome, Ada");
        assertThat(page.locator("[data-again]")).isHidden();
    }

    @Test
    void who_was_let_in_while_the_answer_got_lost_is_let_in_by_trying_again() {
        Page page = scanner(phone());
        Consumer<Route> loseTheAnswer = route -> {
            route.fetch();
            route.abort();
        };
        page.route("**/check-ins", loseTheAnswer);
        type(page, tickets.get(1).code());
        assertThat(page.locator("[data-title]")).hasText("No answer yet");
        assertThat(door.now(tickets.get(1)).state()).isEqualTo(TicketState.CHECKED_IN);

        page.unroute("**/check-ins", loseTheAnswer);
        page.locator("[data-again]").click();

        assertThat(page.locator("[data-title]")).hasText("Welcome, Ada");
    }

    @Test
    void gate_and_device_are_remembered_and_looking_lets_nobody_in() {
        Page page = scanner(phone());
        page.locator("[data-setup] summary").click();
        page.locator("#gate").fill("North gate");
        page.locator("#device").fill("Phone of Mara");
        page.locator("#dryRun").check();
        page.reload();
        assertThat(page.locator("[data-gate]")).hasText("North gate");
        assertThat(page.locator("#device")).hasValue("Phone of Mara");
        assertThat(page.locator("#dryRun")).not().isChecked();

        page.locator("[data-setup] summary").click();
        page.locator("#dryRun").check();
        assertThat(page.locator("[data-dry]")).isVisible();
        type(page, tickets.get(1).code());

        assertThat(page.locator("[data-title]")).hasText("Good ticket, not used");
        assertThat(door.now(tickets.get(1)).state()).isEqualTo(TicketState.ISSUED);
    }

    @Test
    void a_camera_that_is_not_allowed_is_told_in_words_and_typing_still_works() {
        Page page = scanner(phone());
        page.locator("[data-camera]").click();

        assertThat(page.locator("[data-camera-text]")).containsText("The camera is blocked");
        type(page, tickets.get(1).code());
        assertThat(page.locator("[data-title]")).hasText("Welcome, Ada");
    }

    @Test
    void without_scripts_a_typed_code_gets_its_verdict() {
        Page page = scanner(phone().setJavaScriptEnabled(false));

        type(page, tickets.get(1).code());
        assertThat(page.locator("[data-verdict]")).containsText("Welcome, Ada");
        type(page, tickets.get(1).code());
        assertThat(page.locator("[data-verdict]")).containsText("Already in");
        assertThat(page.locator("[data-detail]"))
                .hasText(Pattern.compile("First let in \\d\\d:\\d\\d:\\d\\d at Main gate, with Scanner"));
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, DARK", "320, LIGHT"})
    void everybody_can_use_the_pages_at_any_width_in_any_light(int width, ColorScheme light) {
        Page page = scanner(Browser.visitorOptions().setViewportSize(width, 844).setColorScheme(light));
        type(page, tickets.get(1).code());
        assertThat(page.locator("[data-title]")).hasText("Welcome, Ada");
        accessible(page, width);

        page.navigate(address("/manage/events/" + event.slug() + "/check-ins"));
        assertThat(page.locator("table")).containsText("Admitted");
        accessible(page, width);
        assertThat(browser.complaints()).isEmpty();
    }

    private static void accessible(Page page, int width) {
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    private static NewContextOptions phone() {
        return Browser.visitorOptions().setViewportSize(390, 844);
    }

    @Test
    void whoever_is_only_staff_finds_the_scanner_from_the_first_page() {
        Page page = browser.visitor(phone());
        page.navigate(address("/login"));
        logIn(page);
        page.waitForURL(address("/"));
        follow(page, "My events");
        follow(page, event.details().title());

        assertThat(page.locator("[data-scanner] h1")).hasText(event.details().title());
        assertThat(browser.complaints()).isEmpty();
    }

    private static void follow(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .click();
    }

    /** The scanner, as staff reach it: by its address, through the login. */
    private Page scanner(NewContextOptions options) {
        Page page = browser.visitor(options);
        page.navigate(address("/scanner/" + event.slug()));
        logIn(page);
        page.waitForURL(address("/scanner/" + event.slug()));
        return page;
    }

    private void logIn(Page page) {
        page.locator("#email").fill(mara);
        page.locator("#password").fill(PeopleFixture.PASSWORD);
        page.locator("#password").press("Enter");
    }

    private static void type(Page page, String code) {
        page.locator("#code").fill(code);
        page.locator("#code").press("Enter");
    }

    private static AtomicInteger countScans(Page page) {
        AtomicInteger sent = new AtomicInteger();
        page.onRequest(request -> {
            if (request.url().endsWith("/check-ins")) sent.incrementAndGet();
        });
        return sent;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
