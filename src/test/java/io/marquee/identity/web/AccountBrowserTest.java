package io.marquee.identity.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.marquee.testing.PeopleFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.marquee.kernel.PersonId;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.OrganizationRole;
import io.marquee.testing.Browser;
import io.marquee.testing.Look;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of accounts and organizations in a real browser. */
@MarqueeTest
@Tag("browser")
class AccountBrowserTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    private PeopleFixture people;

    @Autowired
    private OrganizationFixture organizations;

    @Autowired
    private Settings settings;

    @Test
    void signing_up_takes_the_time_zone_from_the_browser_and_signs_in() {
        Page page = browser.visitor();
        String email = PeopleFixture.address("ada");
        page.navigate(settings.baseUrl() + "/signup?back=/account");
        page.getByLabel("Your name").fill("Ada Lind");
        page.getByLabel("Email").fill(email);
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign up"))
                .click();

        page.waitForURL("**/account");
        assertThat(page.locator("body")).containsText("Welcome! We sent a mail to " + email);
        assertThat(page.getByLabel("Time zone")).hasValue("Europe/Lisbon");
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, DARK", "320, LIGHT"})
    void everybody_can_use_the_pages_at_any_width_in_any_light(int width, ColorScheme light) {
        String email = PeopleFixture.address("ada");
        PersonId ada = people.personWithPassword(email);
        OrganizationView jazz = organizations.organization(ada, "Lisbon Jazz Nights and Friends of the River");
        organizations.member(ada, jazz.id(), OrganizationRole.ADMIN);
        Page page = browser.visitor(
                Browser.visitorOptions().setViewportSize(width, 800).setColorScheme(light));
        for (String path : List.of("/signup", "/login", "/login/link", "/reset", "/login/link?sent")) {
            check(page, path, width);
        }
        page.navigate(settings.baseUrl() + "/login");
        page.getByLabel("Email").fill(email);
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Log in"))
                .click();
        String home = "/manage/organizations/" + jazz.slug();
        for (String path : List.of(
                "/account",
                "/account/password",
                "/account/sessions",
                "/account/tokens",
                "/account/trail",
                "/account/data",
                "/organizations/new",
                home + "/brand",
                home + "/trail",
                home + "/members")) {
            check(page, path, width);
        }
    }

    private void check(Page page, String path, int width) {
        page.navigate(settings.baseUrl() + path);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(path)
                .isEqualTo(width);
        if (width > 320) {
            assertThat(Look.violations(page)).as(path).isEmpty();
        }
    }
}
