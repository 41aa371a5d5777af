package io.marquee.checkin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.marquee.checkin.CheckIns;
import io.marquee.checkin.Direction;
import io.marquee.checkin.OfflineScan;
import io.marquee.checkin.Scan;
import io.marquee.checkin.Verdict;
import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.testing.Browser;
import io.marquee.testing.DeviceFixture;
import io.marquee.testing.DeviceFixture.Phone;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.Look;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The organizer's pages about the door in a real browser. */
@MarqueeTest
@Tag("browser")
class DoorBrowserTest {
    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    DeviceFixture devices;

    @Autowired
    PeopleFixture people;

    @Autowired
    CheckIns checkIns;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "320, DARK"})
    void everybody_can_use_the_pages_at_any_width_in_any_light(int width, ColorScheme light) {
        EventView event = fixture.event();
        twoGatesDisagree(event);
        PersonId mara = people.person("Mara Sol");
        door.role(event, mara, EventRole.ADMIN);
        try (Browser browser = new Browser()) {
            Page page = browser.visitor(
                    Browser.visitorOptions().setViewportSize(width, 900).setColorScheme(light));
            page.context()
                    .addCookies(List.of(new Cookie("marquee_session", people.token(mara))
                            .setUrl(settings.baseUrl().toString())));
            String here = settings.baseUrl() + "/manage/events/" + event.slug() + "/check-ins";

            page.navigate(here + "/devices");
            page.locator("#name").fill("Gate 3, by the river and far away from everything");
            page.locator("#gates").fill("Main gate\nRiver side");
            page.locator("main form.card .btn-primary").click();
            check(page, "door-devices-" + width, width);
            page.navigate(here + "/lists");
            page.getByLabel("Name").fill("Friday");
            page.locator("main form.card .btn-primary").click();
            check(page, "door-lists-" + width, width);
            for (String part : List.of("conflicts", "live", "badges")) {
                page.navigate(here + "/" + part);
                check(page, "door-" + part + "-" + width, width);
            }
            page.navigate(here);
            check(page, "door-scans-" + width, width);
            if (width < 761) theNavigationOpensAtWhereOneIs(page);
        }
    }

    private static void theNavigationOpensAtWhereOneIs(Page page) {
        Locator open = page.locator(".sidenav:popover-open");
        page.locator(".sidenav-open").click();
        assertThat(open).hasCount(1);
        assertThat(open.locator("[aria-current]")).isInViewport();
        assertThat((Boolean) open.evaluate("(nav) => nav.scrollWidth <= nav.clientWidth"))
                .isTrue();
    }

    private void twoGatesDisagree(EventView event) {
        Phone left = devices.phone(event, "Phone of Ole", "Main gate");
        Phone right = devices.phone(event, "Phone of Ida", "River side");
        List<TicketView> tickets = door.tickets(event, 6);
        for (int i = 0; i < 6; i++)
            accept(event, left, tickets.get(i), Instant.now().minusSeconds(400 - 60L * i));
        accept(event, right, tickets.getFirst(), Instant.now().minusSeconds(20));
    }

    private void accept(EventView event, Phone phone, TicketView ticket, Instant at) {
        String gate = phone.view().gates().getFirst();
        Scan scan = new Scan(ticket.qr(), gate, "", false, UUID.randomUUID(), Direction.IN, null);
        acting.as(
                phone.actor(),
                () -> checkIns.accept(event.slug(), new OfflineScan(scan, at, at, Verdict.ADMITTED, null)));
    }

    private static void check(Page page, String name, int width) {
        Look.keep(page, name);
        assertThat(Look.violations(page)).as(name).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of " + name)
                .isLessThanOrEqualTo(width);
    }
}
