package io.marquee.checkin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.marquee.checkin.device.DeviceDetails;
import io.marquee.event.EventView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.Browser;
import io.marquee.testing.DeviceFixture;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.Look;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.MovingCodes;
import io.marquee.ticketing.MovingRule;
import io.marquee.ticketing.MovingRules;
import io.marquee.ticketing.TicketView;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of whoever holds a ticket, whose code moves, and a gate that has no network; both clocks an hour wrong. */
@MarqueeTest
@Tag("browser")
class MovingCodeBrowserTest {
    private static final String HOUR_FAST = "const now = Date.now; Date.now = () => now() + 3600000;";
    private static final String HOUR_SLOW = "const now = Date.now; Date.now = () => now() - 3600000;";

    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    DeviceFixture devices;

    @Autowired
    MovingRules rules;

    @Autowired
    MovingCodes codes;

    @Autowired
    Capabilities capabilities;

    @Autowired
    Acting acting;

    @LocalServerPort
    int port;

    EventView event;
    List<TicketView> tickets;

    @BeforeEach
    void codes_move_and_nothing_else_counts() {
        event = fixture.event();
        tickets = door.tickets(event, 4);
        acting.as(EventFixture.owner(event.organization()), () -> rules.set(event, MovingRule.REQUIRED));
    }

    @Test
    void a_page_without_a_network_shows_codes_that_a_gate_without_a_network_tells_from_pictures_of_them() {
        try (Browser browser = new Browser()) {
            ScannerScreen gate = gate(browser);
            Page page = holder(browser, tickets.get(0));
            page.context().setOffline(true);
            String first = shown(page);
            Locator canvas = page.locator(".moving canvas");
            assertThat(canvas).isVisible();
            assertThat(page.locator("[data-next]")).containsText("Next code in");
            assertThat(Look.violations(page)).isEmpty();
            Look.keep(page, "moving-code");
            assertThat(page.evaluate("document.querySelector('.moving canvas').width"))
                    .as("version 9 with two modules of quiet around it")
                    .isEqualTo(57);

            gate.page().context().setOffline(true);
            gate.scan(old(tickets.get(1)), "Old code");
            assertThat(gate.part("detail")).containsText("a picture of it");
            gate.scan(tickets.get(2).qr(), "Not this code");
            assertThat(gate.part("detail")).containsText("wants the moving code");
            gate.scan(shown(page), "Welcome, Ada");
            assertThat(gate.part("line")).hasText("Ada Lind · General admission · ticket 1 of 4");
            Awaitility.await().until(() -> !shown(page).equals(first));
            gate.scan(shown(page), "Already in");

            gate.page().context().setOffline(false);
            assertThat(gate.part("again")).isHidden();
            assertThat(gate.part("conflicts")).isHidden();
            assertThat(door.now(tickets.get(0)).open()).isFalse();
            gate.scan(old(tickets.get(3)), "Old code");
            assertThat(gate.part("detail")).containsText("a picture of it");
        }
    }

    private ScannerScreen gate(Browser browser) {
        ScannerScreen gate = new ScannerScreen(browser.visitor(ScannerScreen.phone()), "http://localhost:" + port);
        gate.page().addInitScript(HOUR_FAST);
        gate.page()
                .navigate(devices.invited(
                                event, new DeviceDetails("Phone of Mara", List.of("Main gate"), List.of(), null))
                        .url());
        assertThat(gate.part("ready")).not().isEmpty();
        gate.part("ready").click();
        assertThat(gate.part("ready-parts")).containsText("Roster of 4 tickets");
        gate.page().keyboard().press("Escape");
        return gate;
    }

    private Page holder(Browser browser, TicketView ticket) {
        Page page = browser.visitor(ScannerScreen.phone());
        page.addInitScript(HOUR_SLOW);
        page.navigate("http://localhost:" + port + "/orders/"
                + capabilities.tokenFor(ticket.hold().value()) + "/tickets/" + ticket.id());
        assertThat(page.locator(".moving")).hasAttribute("data-shown", Pattern.compile("[A-Z2-7]{312}"));
        return page;
    }

    private static String shown(Page page) {
        return page.locator(".moving").getAttribute("data-shown");
    }

    private String old(TicketView ticket) {
        return acting.as(Actor.ANONYMOUS, () -> codes.of(ticket))
                .at(Instant.now().minusSeconds(60));
    }
}
