package io.marquee.seating.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import io.marquee.platform.config.Settings;
import io.marquee.seating.SeatPlan;
import io.marquee.seating.SeatPlans;
import io.marquee.testing.Browser;
import io.marquee.testing.EventFixture;
import io.marquee.testing.Look;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.SeatFixture;
import io.marquee.testing.TicketFixture;
import io.marquee.ticketing.TicketTypeView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@MarqueeTest
@Tag("browser")
class SeatEditorBrowserTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    EventFixture events;

    @Autowired
    OrganizationFixture organizations;

    @Autowired
    PeopleFixture people;

    @Autowired
    TicketFixture tickets;

    @Autowired
    SeatFixture seating;

    @Autowired
    SeatPlans plans;

    @Autowired
    Settings settings;

    EventView event;
    TicketTypeView type;
    PersonId owner;

    @ParameterizedTest
    @ValueSource(ints = {1280, 320})
    void a_plan_is_drawn_sold_from_and_changed_where_nothing_is_sold(int width) {
        Page page = editor(width);
        check(page, width);
        page.getByRole(AriaRole.BUTTON, named("Make the plan")).click();
        page.getByLabel("Name of the section").fill("Stalls");
        page.getByLabel("Rows", new Page.GetByLabelOptions().setExact(true)).fill("6");
        page.getByLabel("Seats in a row").fill("12");
        page.getByLabel("Curve of the rows").fill("30");
        page.getByLabel("General admission").check();
        page.getByRole(AriaRole.BUTTON, named("Add section")).click();
        page.locator("[data-plan][data-ready]").waitFor();
        check(page, width);
        Look.keep(page, "seat-editor-" + width);

        SeatPlan plan = plans.of(event.id()).orElseThrow();
        assertThat(plan.size()).isEqualTo(72);
        seating.pick(event, type, SeatFixture.seat(plan, "A6"));

        page.getByRole(AriaRole.LINK, named("Stalls")).click();
        check(page, width);
        seat(page, "Row A, seat 1, free").check();
        page.getByRole(AriaRole.BUTTON, named("Block").setExact(true)).click();
        assertThat(seat(page, "Row A, seat 1, blocked")).isVisible();
        seat(page, "Row A, seat 6, held or sold").check();
        page.getByRole(AriaRole.BUTTON, named("Block").setExact(true)).click();
        assertThat(page.locator(".flash")).containsText("Stalls, row A, seat 6 is held or sold");
        Look.keep(page, "seat-section-" + width);
    }

    @Test
    void a_table_is_imported_and_what_is_wrong_in_it_can_be_downloaded() throws Exception {
        Page page = editor(1280);
        page.setInputFiles(
                "#file",
                new FilePayload(
                        "hall.csv",
                        "text/csv",
                        "section,row,seat,x,y\nStalls,A,1,0,0\nStalls,A,2,20,0\nStalls,A,2,40,0\n,A,3,,\nStalls,B,1,here,0\n"
                                .getBytes(StandardCharsets.UTF_8)));
        page.getByRole(AriaRole.BUTTON, named("Import")).click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("3 lines were not taken");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Line 4: The row has a seat of this name.");
        var download = page.waitForDownload(() -> page.getByRole(AriaRole.LINK, named("Download the refused lines"))
                .click());
        assertThat(java.nio.file.Files.readString(download.path()))
                .contains("4,The row has a seat of this name.,Stalls,A,2,40,0");
        assertThat(plans.of(event.id()).orElseThrow().size()).isEqualTo(2);
    }

    @AfterEach
    void nothing_was_complained_of() {
        assertThat(browser.complaints()).isEmpty();
    }

    private Page editor(int width) {
        owner = people.person("Ada Lind");
        event = events.published(
                organizations.organization(owner, "Pier " + owner).id());
        type = tickets.type(event, 100);
        Page page = browser.visitor(Browser.visitorOptions().setViewportSize(width, 900));
        page.context()
                .addCookies(List.of(new Cookie("marquee_session", people.token(owner))
                        .setUrl(settings.baseUrl().toString())));
        page.navigate(settings.baseUrl() + "/manage/events/" + event.slug() + "/seats");
        return page;
    }

    private static Locator seat(Page page, String spoken) {
        return page.getByRole(
                AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(spoken).setExact(true));
    }

    private static void check(Page page, int width) {
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(page.url())
                .isEqualTo(width);
        assertThat(Look.violations(page)).as(page.url()).isEmpty();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
