package io.marquee.platform.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.marquee.testing.Browser;
import io.marquee.testing.Look;
import io.marquee.testing.MarqueeTest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The shared components in a real browser, under the security policy that is sent with them. */
@MarqueeTest
@Tag("browser")
class ComponentBrowserTests {
    private static final String DOT =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    private int port;

    @AfterEach
    void nothing_was_refused_or_failed() {
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT, 52", "1280, DARK, 250", "390, DARK, 150", "320, LIGHT, 300"})
    void everybody_can_use_them_at_any_width_in_any_light(int width, ColorScheme light, int hue) {
        var page = open(
                browser.visitor(
                        Browser.visitorOptions().setViewportSize(width, 800).setColorScheme(light)),
                "/styleguide/" + hue);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(Look.violations(page)).isEmpty();
    }

    @Test
    void a_stepper_counts_within_its_limits_and_keeps_the_total() {
        var page = open(browser.visitor(), "/styleguide");
        var more = page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("One more: Front row"));
        for (int i = 0; i < 4; i++) more.click();
        assertThat(more).isDisabled();
        assertThat(page.locator("[data-total-amount]")).hasText("€144.00");
        var button = page.locator("[data-total-button]");
        String many = button.textContent();
        page.locator("#front").fill("99");
        page.locator("#front").blur();
        assertThat(page.locator("#front")).hasValue("99");
        assertThat(page.locator("#front-why")).hasText("At most 4 of “Front row” at once.");
        assertThat(button).isDisabled();
        assertThat(button).not().containsText("9");
        page.locator("#front").fill("-3");
        assertThat(page.locator("#front-why")).hasText("This goes from 0 to 4.");
        assertThat(button).isDisabled();
        page.locator("#front").fill("4");
        assertThat(page.locator("#front-why")).isEmpty();
        assertThat(button).hasText(many);
    }

    @Test
    void without_scripts_a_stepper_is_a_number_field() {
        var page = open(browser.visitor(Browser.visitorOptions().setJavaScriptEnabled(false)), "/styleguide");
        assertThat(page.locator("#front")).isVisible();
        assertThat(page.locator("[data-stepper] button").first()).isHidden();
        assertThat(page.locator("[data-total-button]")).isVisible();
    }

    @Test
    void a_hold_counts_down_by_the_servers_clock_and_says_when_it_is_over() {
        var page = browser.visitor();
        page.clock().install();
        open(page, "/styleguide");
        assertThat(page.locator(".hold time")).not().hasText("7:42");
        page.clock().fastForward("06:50");
        assertThat(page.locator(".hold")).hasAttribute("data-urgent", "");
        page.clock().fastForward("01:00");
        assertThat(page.locator(".hold [data-expired]")).isVisible();
        assertThat(page.locator(".hold time")).isHidden();
    }

    @Test
    void what_cannot_be_undone_asks_once() {
        var page = open(browser.visitor(), "/styleguide");
        var sent = new ArrayList<String>();
        page.route("**/*", route -> {
            if (route.request().method().equals("POST"))
                sent.add(route.request().url());
            route.resume();
        });
        page.locator("button[data-confirm-label]").click();
        assertThat(page.locator("#confirm")).containsText("Refund €48.00 to Ada Lind?");
        page.locator("#confirm [value=no]").click();
        assertThat(page.locator("#confirm")).isHidden();
        assertThat(sent).isEmpty();
    }

    @Test
    void a_double_click_sends_a_form_once() {
        var page = open(browser.visitor(), "/styleguide");
        page.evaluate("""
                () => {
                  const form = document.createElement('form');
                  form.method = 'post';
                  form.innerHTML = '<button id="pay">Pay</button>';
                  document.querySelector('main').append(form);
                  window.sent = 0;
                  addEventListener('submit', (event) => {
                    if (!event.defaultPrevented) window.sent++;
                    event.preventDefault();
                  });
                }""");
        page.locator("#pay").dblclick();
        assertThat(page.evaluate("window.sent")).isEqualTo(1);
        assertThat(page.locator("#pay")).hasAttribute("aria-busy", "true");
        page.evaluate("dispatchEvent(new Event('pageshow'))");
        assertThat(page.locator("#pay")).not().hasAttribute("aria-busy", "true");
    }

    @Test
    void a_viewer_elsewhere_sees_their_own_time_too() {
        assertThat(open(browser.visitor(), "/styleguide").locator("time[data-zone]"))
                .not()
                .containsText("your time");
        var abroad = browser.visitor(Browser.visitorOptions().setTimezoneId("America/New_York"));
        assertThat(open(abroad, "/styleguide").locator("time[data-zone]")).containsText("14:30 your time");
    }

    @Test
    void an_address_is_copied() {
        var options = Browser.visitorOptions().setPermissions(List.of("clipboard-read", "clipboard-write"));
        var page = open(browser.visitor(options), "/styleguide");
        page.locator("[data-copy]").click();
        assertThat(page.locator(".toast")).hasText("Copied");
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("https://example.org/events/low-tide");
    }

    @Test
    void a_part_of_a_page_refreshes_itself_when_the_server_says_so() {
        var page = open(browser.visitor(), "/styleguide");
        page.route(
                "**/live",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/event-stream")
                        .setBody("event: orders\ndata: 1\n\nevent: orders\ndata: 2\n\n")));
        var asked = new AtomicInteger();
        page.route("**/orders-fragment", route -> {
            asked.incrementAndGet();
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("two orders"));
        });
        page.evaluate("""
                () => {
                  const main = document.querySelector('main');
                  main.insertAdjacentHTML('beforeend',
                    '<div data-live="/live"><p id="orders" data-live-on="orders" hx-get="/orders-fragment" hx-trigger="live"></p></div>');
                  htmx.process(main.lastElementChild);
                  htmx.trigger(main.lastElementChild, 'htmx:load');
                }""");
        assertThat(page.locator("#orders")).hasText("two orders");
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_picked_picture_shows_at_once_and_one_too_large_is_refused() {
        var page = open(browser.visitor(), "/styleguide");
        var cover = page.locator("#cover");
        cover.setInputFiles(
                new FilePayload("cover.png", "image/png", Base64.getDecoder().decode(DOT)));
        assertThat(page.locator("[data-preview]")).isVisible();
        assertThat(page.locator("[data-file-name]")).hasText("cover.png");
        cover.setInputFiles(new FilePayload("huge.png", "image/png", new byte[10_000_001]));
        assertThat(page.locator("[data-file-name]")).containsText("larger than 10 MB");
        assertThat(cover).hasValue("");
    }

    private Page open(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
        return page;
    }
}
