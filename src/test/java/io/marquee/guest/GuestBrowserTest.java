package io.marquee.guest;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.Browser;
import io.marquee.testing.EventFixture;
import io.marquee.testing.GuestFixture;
import io.marquee.testing.Look;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.QuestionFixture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of guests in a real browser, at every width and in every light. */
@MarqueeTest
@Tag("browser")
class GuestBrowserTest {
    @Autowired
    PeopleFixture people;

    @Autowired
    OrganizationFixture organizations;

    @Autowired
    Events events;

    @Autowired
    GuestFixture guests;

    @Autowired
    GuestImports imports;

    @Autowired
    PersonalLinks links;

    @Autowired
    QuestionFixture questions;

    @Autowired
    Capabilities capabilities;

    @Autowired
    Acting acting;

    @Autowired
    Settings settings;

    @Test
    void everybody_can_use_them() {
        PersonId owner = people.person("Olga Owner");
        OrganizationId organization =
                organizations.organization(owner, "Tables of " + owner).id();
        EventView party = acting.as(
                people.actor(owner),
                () -> events.publish(events.create(
                                organization,
                                EventFixture.concert()
                                        .ticketing(false)
                                        .capacity(40)
                                        .approvalRequired(true)
                                        .build())
                        .id()));
        acting.as(people.actor(owner), () -> imports.bring(party, """
                name,email,tags,plus ones
                Anna Berg,anna.berg@example.org,"vip, press",2
                Maximiliane-Charlotte von und zu Hohenstein,a.very.long.address.of.somebody@conferences.example.org,,
                """.getBytes(StandardCharsets.UTF_8)));
        guests.rule(party, true, 2);
        GuestView asked = guests.says(GuestFixture.somebody("Asker"), party, GuestState.GOING);
        questions.ask(party, QuestionFixture.diet());
        String list = "/manage/events/" + party.slug() + "/guests";
        List<String> pages = List.of(
                "/events/" + party.slug(),
                "/events/" + party.slug() + "/rsvp?reply=going",
                "/rsvp/" + capabilities.tokenFor(asked.id().value()),
                list,
                list + "/" + asked.id(),
                list + "/invitations",
                list + "/imports");
        try (Browser browser = new Browser()) {
            for (int width : new int[] {1280, 390, 320}) {
                Page page = browser.visitor(Browser.visitorOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(width == 390 ? ColorScheme.DARK : ColorScheme.LIGHT));
                page.context()
                        .addCookies(List.of(new Cookie("marquee_session", people.webToken(owner))
                                .setUrl(settings.baseUrl().toString())));
                for (int i = 0; i < pages.size(); i++) {
                    page.navigate(settings.baseUrl() + pages.get(i));
                    Look.keep(page, "guest-" + i + "-" + width);
                    assertThat(page.evaluate("document.documentElement.scrollWidth"))
                            .as(pages.get(i))
                            .isEqualTo(width);
                    if (width == 390) {
                        assertThat(Look.violations(page)).as(pages.get(i)).isEmpty();
                    }
                }
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void what_was_typed_is_sent_once_whoever_typed_it_is_signed_in_again() {
        PersonId owner = people.person("Olga Owner");
        EventView party =
                guests.partyOf(owner, EventFixture.concert().ticketing(false).build());
        GuestView zoe = acting.as(people.actor(owner), () -> links.add(party, "Zoë", "form"));
        String manage = settings.baseUrl() + "/manage/events/" + party.slug();
        Cookie session = new Cookie("marquee_session", people.webToken(owner))
                .setUrl(settings.baseUrl().toString());
        try (Browser browser = new Browser()) {
            Page page = browser.visitor(Browser.visitorOptions().setViewportSize(320, 800));
            page.context().addCookies(List.of(session));
            page.navigate(manage + "/guests/" + zoe.id());
            Look.keep(page, "guest-link-320");
            assertThat(Look.violations(page)).isEmpty();
            page.fill("textarea[name=note]", "Sits <in> front");
            page.context().clearCookies();
            page.click("text=Save the note");

            page.waitForSelector("h1 >> text=You’re signed out");
            Look.keep(page, "signed-out-320");
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
            assertThat(Look.violations(page)).isEmpty();
            page.context().addCookies(List.of(session));
            page.click("button:has-text('Send it again')");
            page.waitForSelector("text=The note is saved");
            assertThat(page.innerText("main")).contains("Sits <in> front");

            acting.as(
                    people.actor(owner),
                    () -> imports.bring(
                            party,
                            IntStream.range(0, 1_100)
                                    .mapToObj(i -> "crowd" + i + "@example.org")
                                    .collect(Collectors.joining("\n", "email\n", ""))
                                    .getBytes(StandardCharsets.UTF_8)));
            page.navigate(manage + "/guests");
            page.fill("#tagged", "crowd");
            page.check("input[name=all]");
            page.click("text=Add the tag");
            page.waitForSelector("#changed >> text=1,101 guests were changed");
            assertThat(page.innerText("#told")).isEqualTo("1,101 guests were changed.");
            assertThat(Look.violations(page)).isEmpty();

            page.navigate(manage);
            page.context().clearCookies();
            page.evaluate("() => { htmx.ajax('GET', location.pathname, '#main').catch(() => {}); }");
            page.waitForSelector("#problem a:has-text('Log in in another tab')");
            Look.keep(page, "signed-out-part-320");
        }
    }
}
