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
}
