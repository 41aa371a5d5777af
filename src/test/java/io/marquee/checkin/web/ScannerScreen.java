package io.marquee.checkin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.marquee.event.EventView;
import io.marquee.testing.Browser;
import io.marquee.testing.PeopleFixture;

/** The scanner's page in somebody's browser. */
record ScannerScreen(Page page, String base) {

    /** As staff reach it: by its address, through the login. */
    static ScannerScreen open(Browser browser, NewContextOptions options, int port, EventView event, String email) {
        ScannerScreen screen = new ScannerScreen(browser.visitor(options), "http://localhost:" + port);
        screen.visit("/scanner/" + event.slug());
        screen.logIn(email);
        screen.page().waitForURL(screen.base() + "/scanner/" + event.slug());
        return screen;
    }

    static NewContextOptions phone() {
        return Browser.visitorOptions().setViewportSize(390, 844);
    }

    void visit(String path) {
        page.navigate(base + path);
    }

    void logIn(String email) {
        page.locator("#email").fill(email);
        page.locator("#password").fill(PeopleFixture.PASSWORD);
        page.locator("#password").press("Enter");
    }

    void type(String code) {
        page.locator("#code").fill(code);
        page.locator("#code").press("Enter");
    }

    /** Types a code, and waits for its verdict. */
    void scan(String code, String title) {
        String before = page.locator("[data-scanner]").getAttribute("data-turn");
        type(code);
        assertThat(page.locator("[data-scanner]")).not().hasAttribute("data-turn", before == null ? "" : before);
        assertThat(part("title")).hasText(title);
    }

    /** A part of it, by the name that the scripts know it by: "title", "detail", "again". */
    Locator part(String name) {
        return page.locator("[data-" + name + "]");
    }
}
