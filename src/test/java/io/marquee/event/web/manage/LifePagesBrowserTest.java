package io.marquee.event.web.manage;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.marquee.event.EventDetails;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderView;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.Browser;
import io.marquee.testing.EventFixture;
import io.marquee.testing.Look;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrderFixture;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** How an event repeats, what takes place in it and what is to be done for it, in a real browser. */
@MarqueeTest
@Tag("browser")
class LifePagesBrowserTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    PeopleFixture people;

    @Autowired
    OrganizationFixture organizations;

    @Autowired
    Events events;

    @Autowired
    Settings settings;

    @Autowired
    TicketFixture tickets;

    @Autowired
    OrderFixture orders;

    @Autowired
    Capabilities capabilities;

    @Autowired
    Acting acting;

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "320, DARK"})
    void an_evening_is_planned_filled_and_repeated_without_a_barrier(int width, ColorScheme light) {
        PersonId ada = people.person("Ada Lind");
        OrganizationView house = organizations.organization(ada, "Harbour House");
        LocalDateTime starts = LocalDateTime.now(Clock.systemUTC())
                .plusDays(9)
                .withHour(19)
                .withMinute(30)
                .withSecond(0)
                .withNano(0);
        EventDetails concert = EventFixture.concert()
                .startsAt(starts)
                .endsAt(starts.plusHours(3))
                .build();
        EventView event = acting.as(
                people.actor(ada),
                () -> events.publish(events.create(house.id(), concert).id()));
        String manage = settings.baseUrl() + "/manage/events/" + event.slug();
        Page page = loggedIn(ada, width, light);

        fillTheProgramme(page, manage, starts, width);
        planIt(page, manage, width);
        repeatIt(page, manage, width);
        arrangeIt(page, manage, width);
        postponeIt(page, event, manage, starts, width);
        followThem(page, house, width);

        for (String path :
                List.of("/events/" + event.slug(), "/events/" + event.slug() + "/agenda", "/account/calendar")) {
            page.navigate(settings.baseUrl() + path);
            check(page, width, path.replace("/", "-"));
        }
        page.getByRole(AriaRole.BUTTON, named("Make an address")).click();
        check(page, width, "calendar-address");
        assertThat(browser.complaints()).isEmpty();
    }

    private void arrangeIt(Page page, String manage, int width) {
        page.navigate(manage + "/page");
        page.getByRole(AriaRole.BUTTON, named("Pictures: Up")).press("Enter");
        page.locator("button[value=pictures]:focus").waitFor();
        check(page, width, "page");
        page.getByRole(AriaRole.BUTTON, named("Save the page")).click();
        assertThat(page.content()).contains("The page is saved.");
    }

    private void postponeIt(Page page, EventView event, String manage, LocalDateTime starts, int width) {
        OrderView order = orders.paid(event, tickets.type(event, 5), 2);
        page.navigate(manage + "/postponement");
        page.locator("[name=reason]").fill("A storm.");
        page.locator("[name=refundsUntil]")
                .fill(starts.plusDays(9).toLocalDate().toString());
        check(page, width, "postponement");
        page.getByRole(AriaRole.BUTTON, named("Postpone it and tell everybody")).click();
        page.waitForURL("**/settings");
        check(page, width, "settings-postponed");
        page.navigate(settings.baseUrl() + "/orders/"
                + capabilities.tokenFor(order.hold().value()));
        check(page, width, "order-offer");
        page.navigate(manage + "/postponement/refunds");
        check(page, width, "money-taken-back");
    }

    private void fillTheProgramme(Page page, String manage, LocalDateTime starts, int width) {
        page.navigate(manage + "/agenda/speakers/new");
        page.getByLabel("Name").fill("Inês Mar");
        page.getByLabel("In one line").fill("Tide researcher, Lisbon");
        check(page, width, "speaker");
        page.getByRole(AriaRole.BUTTON, named("Save")).click();
        page.waitForURL("**/agenda/speakers/*-*");
        for (String title : List.of("How tides are made", "The river at night")) {
            page.navigate(manage + "/agenda/sessions/new");
            page.getByLabel("Title").fill(title);
            page.getByLabel("Starts").fill(starts.plusMinutes(30).toString());
            page.getByLabel("Ends").fill(starts.plusMinutes(75).toString());
            page.getByLabel("Room").fill("Great hall");
            page.getByLabel("Track").fill("Science");
            page.getByLabel("Inês Mar").check();
            check(page, width, "session");
            page.getByRole(AriaRole.BUTTON, named("Save")).click();
            page.waitForURL("**/agenda");
        }
        assertThat(page.content()).contains("These overlap", "Inês Mar speaks in");
        check(page, width, "programme");
    }

    private void planIt(Page page, String manage, int width) {
        page.navigate(manage + "/tasks");
        check(page, width, "tasks-none");
        page.getByRole(AriaRole.BUTTON, named("Workshop")).click();
        page.getByRole(AriaRole.BUTTON, named("Done: Book the venue")).click();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Not done: Book the venue"))
                        .isVisible())
                .isTrue();
        check(page, width, "tasks");
        page.navigate(manage + "/tasks/new");
        check(page, width, "task");
        page.navigate(manage + "/tasks");
        page.getByRole(AriaRole.LINK, named("Edit Book the venue")).click();
        page.getByLabel("Note").fill("The small hall will do.");
        page.evaluate("document.querySelector('input[name=version]').value = '7'");
        page.getByRole(AriaRole.BUTTON, named("Save")).click();
        page.getByText("in the meantime").waitFor();
        assertThat(page.getByLabel("Note").inputValue()).isEqualTo("The small hall will do.");
        check(page, width, "task-meanwhile");
        browser.complaints().removeIf(complaint -> complaint.contains("409"));
    }

    private void followThem(Page page, OrganizationView house, int width) {
        page.navigate(settings.baseUrl() + "/o/" + house.slug());
        page.getByRole(AriaRole.BUTTON, named("Follow")).click();
        page.getByText("One follower").waitFor();
        check(page, width, "host-followed");
        page.navigate(settings.baseUrl() + "/account/following");
        check(page, width, "following");
        page.getByRole(AriaRole.BUTTON, named("Unfollow")).click();
        page.getByText("You follow nobody yet").waitFor();
        check(page, width, "following-none");
    }

    private void repeatIt(Page page, String manage, int width) {
        page.navigate(manage + "/series");
        check(page, width, "series-form");
        page.getByLabel("Ends after so many dates").fill("4");
        page.getByRole(AriaRole.BUTTON, named("Show the dates")).click();
        page.getByText("Every week, 4 times").waitFor();
        check(page, width, "series-preview");
        page.getByRole(AriaRole.BUTTON, named("Repeat it")).click();
        page.waitForURL("**/series");
        check(page, width, "series");
        page.navigate(manage + "/series/following");
        check(page, width, "series-following");
        page.navigate(manage + "/series/rule");
        page.getByLabel("Or a rule as calendars write it").fill("FREQ=WEEKLY;INTERVAL=2;COUNT=3");
        page.getByRole(AriaRole.BUTTON, named("Show what will change")).click();
        page.getByText("deleted: nobody has a ticket").first().waitFor();
        check(page, width, "series-rule");
        page.getByRole(AriaRole.BUTTON, named("Change the rule")).click();
        page.getByRole(AriaRole.LINK, named("The page with all dates")).click();
        page.waitForURL("**/series/*");
        check(page, width, "series-public");
    }

    private Page loggedIn(PersonId person, int width, ColorScheme light) {
        Page page = browser.visitor(
                Browser.visitorOptions().setViewportSize(width, 900).setColorScheme(light));
        page.context()
                .addCookies(List.of(new Cookie("marquee_session", people.webToken(person))
                        .setUrl(settings.baseUrl().toString())));
        return page;
    }

    private static void check(Page page, int width, String name) {
        Look.keep(page, "life-" + name + "-" + width);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(page.url())
                .isEqualTo(width);
        assertThat(Look.violations(page)).as(page.url()).isEmpty();
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }
}
