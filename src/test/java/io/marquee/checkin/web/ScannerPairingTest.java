package io.marquee.checkin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import io.marquee.checkin.device.DeviceDetails;
import io.marquee.event.EventView;
import io.marquee.testing.ApiClient;
import io.marquee.testing.Browser;
import io.marquee.testing.DeviceFixture;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.Look;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Phones at one venue that show each other their codes, and share scans while the internet is gone. */
@MarqueeTest
@Tag("browser")
class ScannerPairingTest {
    private static final String API = "**/api/v1/**";

    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    DeviceFixture devices;

    @LocalServerPort
    int port;

    @Test
    void paired_phones_decide_by_what_the_others_scanned_and_hand_it_in_for_them() {
        EventView event = fixture.event();
        List<TicketView> tickets = door.tickets(event, 4);
        // browsers hide a phone's address behind a name, unless its camera is on, as it is where codes are scanned
        try (Browser browser = new Browser(List.of("--disable-features=WebRtcHideLocalIpsWithMdns"))) {
            ScannerScreen left = enrolled(browser, event, "Left phone");
            ScannerScreen middle = enrolled(browser, event, "Middle phone");
            ScannerScreen right = enrolled(browser, event, "Right phone");
            ScannerScreen stranger = enrolled(browser, fixture.event(), "Stranger");
            List.of(left, middle, right, stranger).forEach(ScannerPairingTest::cutOff);

            left.scan(tickets.get(0).qr(), "Welcome, Ada");
            String offer = offer(left);
            stranger.type(offer);
            assertThat(stranger.part("title")).hasText("Not paired");
            middle.type(offer);
            assertThat(middle.part("pair-say")).containsText("Now scan this with the first device");
            Look.keep(middle.page(), "scanner-pairing");
            assertThat(Look.violations(middle.page())).isEmpty();
            String answer = middle.part("pair-text").inputValue();
            left.type(answer.substring(0, answer.length() - 4) + "AAAA");
            assertThat(left.part("title")).hasText("Not paired");
            left.type(answer);
            assertPaired(left, "Middle phone");
            assertPaired(middle, "Left phone");
            pair(middle, right);
            assertPaired(right, "Middle phone");

            isKnown(right, tickets.get(0));
            right.scan(tickets.get(0).qr(), "Already in");
            assertThat(right.part("detail")).containsText("with Left phone");
            right.scan(tickets.get(1).qr(), "Welcome, Ada");
            isKnown(left, tickets.get(1));
            left.scan(tickets.get(1).qr(), "Already in");

            connect(left);
            Awaitility.await().until(() -> door.now(tickets.get(1)).state() == TicketState.CHECKED_IN);
            assertThat(left.part("ready")).hasText("Ready");
            JsonNode scans = devices.phone(event, "Reader")
                    .client()
                    .get("/events/" + event.id() + "/check-ins")
                    .body()
                    .path("items");
            assertThat(scans.valueStream()
                            .filter(scan -> scan.path("verdict").asString().equals("admitted"))
                            .map(scan -> scan.path("device").asString()))
                    .as("each as its maker's")
                    .containsExactlyInAnyOrder("Left phone", "Right phone");
            connect(right);
            assertThat(right.part("ready")).hasText("Ready");
            assertThat(right.part("conflicts")).isHidden();
        }
    }

    @Test
    void the_key_of_an_events_devices_is_another_one_when_one_is_taken_off() {
        EventView event = fixture.event();
        DeviceFixture.Phone phone = devices.phone(event, "Phone");
        DeviceFixture.Phone lost = devices.phone(event, "Lost phone");
        String before = pairingKey(phone.client(), event);
        assertThat(pairingKey(lost.client(), event)).hasSize(43).isEqualTo(before);
        EventView other = fixture.event();
        assertThat(pairingKey(devices.phone(other, "Phone").client(), other)).isNotEqualTo(before);

        devices.revoke(event, lost);

        assertThat(pairingKey(phone.client(), event)).hasSize(43).isNotEqualTo(before);
    }

    private static String pairingKey(ApiClient client, EventView event) {
        return client.get("/events/" + event.id() + "/door").text("pairingKey");
    }

    private ScannerScreen enrolled(Browser browser, EventView event, String name) {
        ScannerScreen screen = new ScannerScreen(browser.visitor(ScannerScreen.phone()), "http://localhost:" + port);
        screen.page()
                .navigate(devices.invited(event, new DeviceDetails(name, List.of(), List.of(), null))
                        .url());
        assertThat(screen.part("ready")).hasText("Ready");
        return screen;
    }

    /** From the internet, not from one another: a browser that is told to be offline cuts that too. */
    private static void cutOff(ScannerScreen screen) {
        screen.page().context().route(API, Route::abort);
    }

    private static void connect(ScannerScreen screen) {
        screen.page().context().unroute(API);
    }

    private static String offer(ScannerScreen screen) {
        screen.part("setup").locator("summary").click();
        screen.part("pair-open").click();
        assertThat(screen.part("pair-code")).isVisible();
        return screen.part("pair-text").inputValue();
    }

    private static void pair(ScannerScreen one, ScannerScreen other) {
        other.type(offer(one));
        assertThat(other.part("pair-code")).isVisible();
        one.type(other.part("pair-text").inputValue());
    }

    private static void assertPaired(ScannerScreen screen, String with) {
        assertThat(screen.part("title")).hasText("Paired");
        assertThat(screen.part("line")).containsText(with);
    }

    /** What is shared arrives within moments, but not at once. */
    private static void isKnown(ScannerScreen screen, TicketView ticket) {
        screen.page()
                .waitForFunction(
                        "async ticket => { const all = await indexedDB.databases(); const name = all.find(({ name }) => name.startsWith('marquee-scanner')).name;"
                                + " const database = await new Promise(done => { const opening = indexedDB.open(name); opening.onsuccess = () => done(opening.result); });"
                                + " const row = await new Promise(done => { const asked = database.transaction('seen').objectStore('seen').get(ticket); asked.onsuccess = () => done(asked.result); });"
                                + " database.close(); return Boolean(row); }",
                        ticket.id().toString());
    }
}
