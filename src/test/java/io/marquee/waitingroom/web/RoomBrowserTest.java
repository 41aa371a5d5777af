package io.marquee.waitingroom.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.kernel.PersonId;
import io.marquee.organization.Organizations;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.Browser;
import io.marquee.testing.EventFixture;
import io.marquee.testing.Look;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.waitingroom.Places;
import io.marquee.waitingroom.RoomMode;
import io.marquee.waitingroom.RoomSettings;
import io.marquee.waitingroom.WaitingRooms;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The room in a real browser, with and without scripts. */
@MarqueeTest
@Tag("browser")
class RoomBrowserTest {
    private static final int PATIENCE = 30_000;

    /** Long enough for a browser on a busy machine to be there before. */
    private static final Duration UNTIL_OPENING = Duration.ofSeconds(10);

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    PeopleFixture people;

    @Autowired
    TicketFixture tickets;

    @Autowired
    Organizations organizations;

    @Autowired
    Events events;

    @Autowired
    WaitingRooms rooms;

    @Autowired
    Places places;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    PersonId ada;
    EventView event;
    String room;

    @BeforeEach
    void an_event_with_tickets() {
        ada = people.person("Ada Lind");
        var organization = organizations.create(ada, "Low Tide Collective");
        event = acting.as(
                people.actor(ada),
                () -> events.publish(
                        events.create(organization.id(), EventFixture.concert().build())
                                .id()));
        tickets.type(event, 50);
        room = settings.baseUrl() + "/events/" + event.slug() + "/waiting-room";
    }

    @AfterEach
    void nothing_was_refused_or_failed() {
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT, en-GB", "390, DARK, de-DE", "320, LIGHT, de-DE"})
    void it_can_be_read_at_any_width_in_any_light_and_language(int width, ColorScheme light, String language) {
        NewContextOptions options = Browser.visitorOptions()
                .setViewportSize(width, 900)
                .setColorScheme(light)
                .setLocale(language);
        Page page = browser.visitor(options);
        String variant = width + "-" + light;
        sale(Instant.now().plusSeconds(3600), true);
        page.navigate(room);
        look(page, "room-address-" + variant, width);
        sale(Instant.now().plusSeconds(3600), false);
        page.navigate(room);
        look(page, "room-take-" + variant, width);
        page.locator("main form button").click();
        look(page, "room-gathering-" + variant, width);
        for (int i = 0; i < 120; i++) places.take(event, null, null);
        sale(Instant.now(), false);
        for (int i = 0; i < 300; i++) places.take(event, null, null);
        Page late = page.context().browser().newContext(options).newPage();
        late.navigate(room);
        late.locator("main form button").click();
        assertThat(late.locator("[data-ahead]")).isVisible();
        look(late, "room-waiting-" + variant, width);
        late.context().close();
        page.navigate(settings.baseUrl() + "/events/" + event.slug());
        look(page, "room-event-" + variant, width);
    }

    @Test
    void one_waits_sees_how_far_it_is_and_goes_on_when_called() {
        sale(Instant.now().plus(UNTIL_OPENING), false);
        Page page = browser.visitor();
        page.navigate(room);
        page.locator("main form button").click();
        assertThat(page.locator("main h2:visible")).hasText("You are in");
        assertThat(page.locator("[data-until]")).containsText("0:0");
        Page secondTab = page.context().newPage();
        secondTab.navigate(room);
        assertThat(secondTab.locator("main h2:visible")).hasText("You are in");

        assertThat(page.locator("main h2:visible"))
                .containsText("It is your turn", new ContainsTextOptions().setTimeout(PATIENCE));
        look(page, "room-called", 1280);
        page.locator("main .btn-primary").click();
        page.locator("#tickets [data-stepper] button").last().click();
        page.locator("#tickets button[data-total-button]").click();
        page.waitForURL("**/checkout/**");
        secondTab.navigate(room);
        assertThat(secondTab.locator("main h2:visible")).hasText("Your place was used");
    }

    @Test
    void at_the_opening_a_page_goes_on_waiting_without_coming_anew() {
        sale(Instant.now().plus(UNTIL_OPENING), false);
        for (int i = 0; i < 300; i++) places.take(event, null, null);
        Page page = browser.visitor();
        page.navigate(room);
        page.locator("main form button").click();
        assertThat(page.locator("main h2:visible")).hasText("You are in");
        page.evaluate("document.body.dataset.same = 'yes'");

        assertThat(page.locator("main h2:visible"))
                .not()
                .hasText("You are in", new HasTextOptions().setTimeout(PATIENCE));
        // whoever is among the very first is called, and only then the page comes anew
        if (page.locator("[data-ahead]").isVisible()) {
            assertThat(page.evaluate("document.body.dataset.same")).isEqualTo("yes");
        }
        assertThat(page.locator("main h2:visible"))
                .containsText("It is your turn", new ContainsTextOptions().setTimeout(2 * PATIENCE));
    }

    @Test
    void without_scripts_the_page_comes_anew_by_itself() {
        sale(Instant.now().plus(UNTIL_OPENING), false);
        NewContextOptions options = Browser.visitorOptions().setJavaScriptEnabled(false);
        Page page = browser.visitor(options);
        page.navigate(room);
        page.locator("main form button").click();
        assertThat(page.locator("main h2:visible")).hasText("You are in");

        assertThat(page.locator("main .btn-primary")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
        assertThat(page.locator("main h2")).hasText("It is your turn");
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, DARK", "320, LIGHT"})
    void its_team_sets_it_and_watches_it(int width, ColorScheme light) {
        Page page = browser.visitor(
                Browser.visitorOptions().setViewportSize(width, 900).setColorScheme(light));
        page.context()
                .addCookies(java.util.List.of(
                        new com.microsoft.playwright.options.Cookie("marquee_session", people.webToken(ada))
                                .setUrl(settings.baseUrl().toString())));
        page.navigate(settings.baseUrl() + "/manage/events/" + event.slug() + "/waiting-room");
        page.locator("input[value=on]").check();
        page.locator("#opensAt").fill("2031-05-01T10:00");
        page.locator("main form.card button").click();
        assertThat(page.locator("main")).containsText("Gathering until the opening");
        places.take(event, null, null);
        assertThat(page.locator(".tiles .stat").first())
                .containsText("1", new ContainsTextOptions().setTimeout(PATIENCE));
        look(page, "room-manage-" + width + "-" + light, width);
    }

    private void sale(Instant at, boolean verified) {
        acting.as(people.actor(ada), () -> rooms.change(event, new RoomSettings(RoomMode.ON, at, 5, 1, verified)));
    }

    private static void look(Page page, String name, int width) {
        Look.keep(page, name);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isEqualTo(width);
        assertThat(Look.violations(page)).as(name).isEmpty();
    }
}
