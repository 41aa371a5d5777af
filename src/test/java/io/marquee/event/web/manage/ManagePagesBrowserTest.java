package io.marquee.event.web.manage;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import io.marquee.platform.config.Settings;
import io.marquee.testing.Browser;
import io.marquee.testing.Look;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of an event's team in a real browser. */
@MarqueeTest
@Tag("browser")
class ManagePagesBrowserTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    PeopleFixture people;

    @Autowired
    Settings settings;

    @ParameterizedTest
    @ValueSource(ints = {1280, 320})
    void an_event_is_made_published_and_run_without_a_barrier(int width) throws IOException {
        Page page = loggedIn(width);
        page.navigate(settings.baseUrl() + "/manage");
        check(page, width);
        page.getByRole(AriaRole.LINK, named("Create event")).last().click();
        page.getByLabel("Title", new Page.GetByLabelOptions().setExact(true)).fill("Fado by the river");
        page.getByLabel("Starts").fill("2031-06-18T19:30");
        page.getByLabel("Ends").fill("2031-06-18T23:00");
        page.setInputFiles("#cover", new FilePayload("sea.png", "image/png", sea()));
        check(page, width);
        page.getByRole(AriaRole.BUTTON, named("Save and continue")).click();
        page.waitForURL("**/ticket-types?wizard=1");
        String manage = page.url().replaceFirst("/ticket-types.*", "");
        assertThat(page.locator("html").getAttribute("class")).containsPattern("hue-2[2-7]");
        for (String path : List.of("/edit?wizard=1", "/team?wizard=1", "/review")) {
            page.navigate(manage + path);
            check(page, width);
        }
        page.getByRole(AriaRole.BUTTON, named("Publish")).click();
        page.waitForURL("**/events/fado-by-the-river*");
        for (String path : List.of("/settings", "/cancellation", "/copy", "/team", "/edit")) {
            page.navigate(manage + path);
            check(page, width);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    private Page loggedIn(int width) {
        NewContextOptions options = Browser.visitorOptions().setViewportSize(width, 900);
        Page page = browser.visitor(options);
        String token = people.token(people.person("Ada Lind"));
        page.context()
                .addCookies(List.of(new Cookie("marquee_session", token)
                        .setUrl(settings.baseUrl().toString())));
        return page;
    }

    private static void check(Page page, int width) {
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(page.url())
                .isEqualTo(width);
        assertThat(Look.violations(page)).as(page.url()).isEmpty();
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }

    private static byte[] sea() throws IOException {
        BufferedImage canvas = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = canvas.createGraphics();
        pen.setColor(new Color(0x1B6F9A));
        pen.fillRect(0, 0, 640, 480);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(canvas, "png", png);
        return png.toByteArray();
    }
}
