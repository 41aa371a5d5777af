package io.marquee.checkin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.marquee.checkin.device.DeviceDetails;
import io.marquee.checkin.device.Devices;
import io.marquee.event.EventView;
import io.marquee.testing.Browser;
import io.marquee.testing.DeviceFixture;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.Look;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A phone at the door that loses its network, its page, its clock or its storage, and still tells the truth. */
@MarqueeTest
@Tag("browser")
class ScannerOfflineTest {
    private static final String FORGED = "FORGE" + "A".repeat(147);

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    DeviceFixture devices;

    @LocalServerPort
    int port;

    EventView event;
    List<TicketView> tickets;
    Devices.Invited invited;

    @BeforeEach
    void a_phone_is_invited() {
        event = fixture.event();
        tickets = door.tickets(event, 6);
        invited = devices.invited(event, new DeviceDetails("Phone of Mara", List.of("Main gate"), List.of(), null));
    }

    @Test
    void without_a_network_it_opens_decides_and_keeps_and_afterwards_all_is_told() {
        ScannerScreen screen = enrolled(phone());
        assertThat(screen.page().locator("h1")).hasText(event.details().title());
        assertThat(screen.part("gate")).hasText("Main gate");
        screen.scan(tickets.get(0).qr(), "Welcome, Ada");
        assertThat(screen.part("line")).hasText("Ada Lind · General admission · ticket 1 of 6");
        assertThat(screen.part("note")).hasText(Pattern.compile("^$|Confirmed by the server"));

        BrowserContext context = screen.page().context();
        context.setOffline(true);
        door.scan(event, tickets.get(1).qr());
        screen.scan(tickets.get(1).qr(), "Welcome, Ada");
        assertThat(screen.part("line")).hasText("Ada Lind · General admission · ticket 2 of 6");
        assertThat(screen.part("note")).containsText("Provisional");
        Look.keep(screen.page(), "scanner-provisional");
        screen.scan(tickets.get(1).qr(), "Already in");
        assertThat(screen.part("detail")).hasText(Pattern.compile("First let in .* at Main gate, with Phone of Mara"));
        screen.scan(FORGED, "Not our ticket");
        screen.scan(tickets.get(2).code(), "No answer yet");
        assertThat(screen.part("ready")).hasText("Offline · 4 to send");

        Page reopened = context.newPage();
        screen.page().close();
        screen = new ScannerScreen(reopened, screen.base());
        screen.visit("/scanner");
        assertThat(screen.page().locator("h1")).hasText(event.details().title());
        assertThat(screen.part("ready")).hasText("Offline · 4 to send");
        screen.scan(tickets.get(0).qr(), "Already in");
        screen.scan(tickets.get(3).qr(), "Welcome, Ada");
        assertThat(took(screen)).as("milliseconds to a verdict of its own").isLessThan(400);
        screen.part("ready").click();
        assertThat(screen.part("ready-parts")).containsText("Roster of 6 tickets");
        assertThat(screen.part("ready-parts")).containsText("6 scans wait to be sent");
        usable(screen, "scanner-ready");
        screen.page().keyboard().press("Escape");

        context.setOffline(false);
        assertThat(screen.part("again")).isHidden();
        assertThat(screen.part("ready")).hasText("Ready");
        assertThat(screen.part("conflicts")).hasText("Conflicts: 1");
        screen.part("conflicts").click();
        assertThat(screen.part("conflict-list")).containsText("Ada Lind was let in twice");
        usable(screen, "scanner-conflict");
        screen.page().locator("[value=seen]").click();
        assertThat(screen.part("conflicts")).isHidden();
        assertThat(door.now(tickets.get(3)).state()).isEqualTo(TicketState.CHECKED_IN);
        assertThat(door.now(tickets.get(2)).state())
                .as("the typed code waited for the server")
                .isEqualTo(TicketState.CHECKED_IN);

        devices.revoke(event, invited.device().id());
        screen.type(tickets.get(4).qr());
        assertThat(screen.part("title")).hasText("No door yet");
        assertThat(screen.part("detail")).containsText("took this device off the door");
        assertThat(door.now(tickets.get(4)).open()).isTrue();
        screen.page().reload();
        assertThat(screen.part("title")).hasText("No door yet");
        usable(screen, "scanner-enrol");
    }

    @Test
    void a_slow_server_a_wrong_clock_and_a_browser_that_keeps_nothing_stop_nobody() {
        ScannerScreen screen = enrolled(
                phone(),
                "const now = Date.now; Date.now = () => now() + 3600000; indexedDB.open = () => { throw new Error(); };");
        screen.part("ready").click();
        assertThat(screen.part("ready-parts")).containsText("The clock is off by 60 minutes");
        assertThat(screen.part("ready-parts")).containsText("This browser keeps nothing");
        usable(screen, "scanner-not-ready");
        screen.page().keyboard().press("Escape");
        assertThat(screen.part("ready")).hasText("Not ready");

        Deque<Route> held = new ArrayDeque<>();
        screen.page().route("**/check-ins", held::add);
        screen.scan(tickets.get(0).qr(), "Welcome, Ada");
        assertThat(took(screen)).as("milliseconds that a slow server can take").isBetween(390, 5000);
        assertThat(screen.part("note")).containsText("Provisional");
        held.remove().resume();
        assertThat(screen.part("note")).hasText("Confirmed by the server");
        screen.page().unroute("**/check-ins");
        assertThat(screen.part("again")).isHidden();
        assertThat(door.now(tickets.get(0)).state()).isEqualTo(TicketState.CHECKED_IN);

        screen.page().locator("h1").click();
        // as fast as such a scanner types, however busy this machine is
        screen.page()
                .evaluate(
                        "(text) => [...text, 'Enter'].forEach((key) =>"
                                + " document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))",
                        tickets.get(1).qr());
        assertThat(screen.part("line")).containsText("ticket 2 of 6");

        screen.page().locator("details:has(#by-name) summary").click();
        screen.page().locator("#by-name").fill("ada li");
        screen.page().locator("[data-names] button").nth(2).click();
        assertThat(screen.part("title")).hasText(Pattern.compile("Welcome, Ada|Already in"));

        screen.part("setup").locator("summary").click();
        screen.page().selectOption("#label", "62x29");
        screen.page().selectOption("#labelFormat", "zpl");
        screen.scan(tickets.get(5).qr(), "Welcome, Ada");
        Download badge =
                screen.page().waitForDownload(() -> screen.part("label-print").click());
        assertThat(badge.suggestedFilename()).isEqualTo("label.zpl");
        usable(screen, "scanner-badge");
    }

    @Test
    void a_disk_that_fills_up_stops_nobody_and_loses_nothing() {
        // a browser whose disk is full tells so for each change, in the words of the standard
        ScannerScreen screen = enrolled(phone(), """
                const put = IDBObjectStore.prototype.put;
                IDBObjectStore.prototype.put = function (...all) {
                  if (window.full) { this.transaction.abort(); throw new DOMException('full', 'QuotaExceededError'); }
                  return put.apply(this, all);
                };
                """);
        assertThat(screen.part("ready")).hasText("Ready");
        BrowserContext context = screen.page().context();
        context.setOffline(true);
        screen.scan(tickets.get(0).qr(), "Welcome, Ada");
        screen.page().evaluate("window.full = true");

        screen.scan(tickets.get(1).qr(), "Welcome, Ada");
        screen.scan(tickets.get(1).qr(), "Already in");
        assertThat(screen.part("ready")).hasText("Offline · 3 to send");
        assertThat(screen.part("ready")).hasClass(Pattern.compile(".*scan-light-bad.*"));
        screen.part("ready").click();
        assertThat(screen.part("ready-parts")).containsText("3 scans wait to be sent");
        assertThat(screen.part("ready-parts")).containsText("This browser keeps nothing");
        screen.page().keyboard().press("Escape");

        screen.page().evaluate("window.full = false");
        screen.scan(tickets.get(2).qr(), "Welcome, Ada");
        assertThat(screen.part("ready")).hasClass(Pattern.compile(".*scan-light-warn.*"));
        screen.page().reload();
        assertThat(screen.part("ready")).hasText("Offline · 4 to send");
        screen.scan(tickets.get(1).qr(), "Already in");

        screen.page().evaluate("window.full = true");
        screen.scan(tickets.get(3).qr(), "Welcome, Ada");
        context.setOffline(false);
        assertThat(screen.part("again")).isHidden();
        for (int i = 0; i < 4; i++)
            assertThat(door.now(tickets.get(i)).state()).as("ticket " + i).isEqualTo(TicketState.CHECKED_IN);
    }

    private static int took(ScannerScreen screen) {
        return ((Number) screen.page().evaluate("Number(document.querySelector('[data-scanner]').dataset.took)"))
                .intValue();
    }

    private static void usable(ScannerScreen screen, String picture) {
        Look.keep(screen.page(), picture);
        assertThat(Look.violations(screen.page())).isEmpty();
    }

    private static com.microsoft.playwright.Browser.NewContextOptions phone() {
        return ScannerScreen.phone().setColorScheme(ColorScheme.DARK);
    }

    private ScannerScreen enrolled(com.microsoft.playwright.Browser.NewContextOptions options, String... scripts) {
        ScannerScreen screen = new ScannerScreen(browser.visitor(options), "http://localhost:" + port);
        for (String script : scripts) screen.page().addInitScript(script);
        screen.page().navigate(invited.url());
        assertThat(screen.part("ready")).hasText(Pattern.compile("Ready|Not ready"));
        Awaitility.await()
                .until(() -> screen.page()
                        .evaluate("!!navigator.serviceWorker.controller")
                        .equals(true));
        return screen;
    }
}
