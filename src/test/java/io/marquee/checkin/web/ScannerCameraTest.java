package io.marquee.checkin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import io.marquee.checkin.CheckInReads;
import io.marquee.event.EventView;
import io.marquee.kernel.ShortCode;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.testing.Browser;
import io.marquee.testing.DoorFixture;
import io.marquee.testing.EventFixture;
import io.marquee.testing.FakeCamera;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The scanner on a phone, with a camera that sees a real ticket. */
@MarqueeTest
@Tag("browser")
class ScannerCameraTest {
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(30_000);

    @Autowired
    TicketFixture fixture;

    @Autowired
    DoorFixture door;

    @Autowired
    PeopleFixture people;

    @Autowired
    CheckInReads reads;

    @Autowired
    Acting acting;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Test
    void the_camera_reads_a_ticket_and_lets_it_in_and_its_typed_code_is_already_in() {
        EventView event = fixture.event();
        List<TicketView> tickets = door.tickets(event, 3);
        TicketView ticket = tickets.getFirst();
        String mara = PeopleFixture.address("mara");
        door.role(event, people.personWithPassword(mara), EventRole.STAFF);

        try (Browser browser = new Browser(FakeCamera.seeing(ticket.qr(), folder))) {
            ScannerScreen screen = ScannerScreen.open(
                    browser, ScannerScreen.phone().setPermissions(List.of("camera")), port, event, mara);

            assertThat(screen.part("verdict")).containsText("Welcome, Ada", PATIENTLY);
            assertThat(screen.part("line")).hasText("Ada Lind · General admission · ticket 1 of 3");
            assertThat(screen.part("turnout-text")).containsText("1 of 3 came", PATIENTLY);
            // on a slow machine the phone decides alone, and hands it in
            await().until(() -> door.now(ticket).state() == TicketState.CHECKED_IN);

            screen.type(ShortCode.grouped(ticket.code()).toLowerCase(Locale.ROOT));

            assertThat(screen.part("title")).hasText("Already in");
            assertThat(screen.part("detail"))
                    .hasText(Pattern.compile("First let in \\d\\d:\\d\\d:\\d\\d at Main gate, with Linux \\d\\d"));
            assertThat(browser.complaints()).isEmpty();
        }
        assertThat(scansOf(event))
                .as("of the code that stays in view one, and the typed one")
                .isEqualTo(2);
    }

    private int scansOf(EventView event) {
        return acting.as(
                EventFixture.owner(event.organization()),
                () -> reads.ofEvent(event.slug(), false, null, 10).items().size());
    }
}
