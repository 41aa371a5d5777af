package io.marquee.conversation.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.marquee.event.EventView;
import io.marquee.guest.GuestState;
import io.marquee.kernel.PersonId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.Browser;
import io.marquee.testing.CrowdFixture;
import io.marquee.testing.Look;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.testing.Visitor;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MarqueeTest
@Tag("browser")
class ConversationBrowserTest {
    @Autowired
    CrowdFixture crowd;

    @Autowired
    OrganizationFixture organizations;

    @Autowired
    PeopleFixture people;

    @Autowired
    TicketFixture tickets;

    @Autowired
    Capabilities capabilities;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Settings settings;

    @Test
    void a_guest_and_the_team_talk_live_and_the_team_writes_to_many() {
        PersonId olga = people.person("Olga Owner");
        EventView event =
                tickets.eventOf(organizations.organization(olga, "Pier " + olga).id());
        begin(event);
        String manage = "/manage/events/" + event.slug();
        Visitor team = Visitor.of(settings.baseUrl()).bearing(people.token(olga));
        team.post(manage + "/chat", "active", "true", "opensHours", "2", "closesHours", "1", "slowSeconds", "0");
        String link = "/chat/"
                + capabilities.tokenFor(crowd.come(event, GuestState.GOING, PeopleFixture.address("bo"), "en"));
        try (Browser browser = new Browser()) {
            Page guest = browser.visitor(
                    Browser.visitorOptions().setViewportSize(390, 844).setColorScheme(ColorScheme.DARK));
            guest.navigate(settings.baseUrl() + link);
            Page owner = browser.visitor();
            signIn(owner, olga);
            owner.navigate(settings.baseUrl() + manage + "/chat");

            say(guest, "Is there a cloakroom?");
            assertThat(owner.getByRole(AriaRole.LOG)).containsText("Is there a cloakroom?");
            say(owner, "Yes, by the door.");
            assertThat(guest.getByRole(AriaRole.LOG)).containsText("Yes, by the door.");
            assertThat(guest.getByLabel("Your message")).hasValue("");
            say(guest, "   ");
            assertThat(guest.getByRole(AriaRole.ALERT)).containsText("fill this in");
            team.post(manage + "/chat/messages/"
                    + first(team.get(manage + "/chat").body()) + "/pin");
            assertThat(guest.getByRole(AriaRole.LOG)).containsText("Pinned");
            look(guest, "chat-guest");
            look(owner, "chat-team");

            owner.navigate(settings.baseUrl() + manage + "/blasts/new");
            assertThat(owner.locator("[hx-get]")).containsText("One guest is meant now.");
            owner.getByLabel("Subject").fill("Doors at seven");
            owner.getByLabel("Message", new Page.GetByLabelOptions().setExact(true))
                    .fill("Come **early**, by *boat*.");
            owner.getByLabel("Subject").press("Enter"); // shows it first, and sends nothing
            assertThat(owner.locator(".prose strong")).hasText("early");
            look(owner, "blast-form");
            owner.getByLabel("In the app").uncheck();
            assertThat(owner.locator("[hx-get]")).not().containsText("in the app");
            button(owner, "Send to one guest");
            assertThat(owner.locator("#confirm")).containsText("Send this message to one guest now?");
            owner.locator("#confirm [value=yes]").click();
            assertThat(owner.locator("#blast")).containsText("Sent");
            look(owner, "blast");
            for (String path : List.of("/blasts", "/feedback", "/feedback/questions")) {
                owner.navigate(settings.baseUrl() + manage + path);
                look(owner, path.substring(1).replace('/', '-'));
                owner.setViewportSize(320, 700);
                assertThat(owner.evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isEqualTo(320);
                owner.setViewportSize(1280, 900);
            }
            // the empty message was refused
            assertThat(browser.complaints()).allMatch(said -> said.contains("422"));
        }
    }

    private static void say(Page page, String words) {
        page.getByLabel("Your message").fill(words);
        button(page, "Send");
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static String first(String page) {
        return page.replaceAll("(?s)^.*?id=\"m-([0-9a-f-]{36})\".*$", "$1");
    }

    private static void look(Page page, String name) {
        Look.keep(page, name);
        assertThat(Look.violations(page)).as(name).isEmpty();
    }

    private void signIn(Page page, PersonId person) {
        page.context()
                .addCookies(List.of(new Cookie("marquee_session", people.webToken(person))
                        .setUrl(settings.baseUrl().toString())));
    }

    private void begin(EventView event) {
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> jdbc.sql(
                        "update event.events set starts_at = now() + interval '1 hour', ends_at = now() + interval '3 hours' where id = ?")
                .param(event.id().value())
                .update()));
    }
}
