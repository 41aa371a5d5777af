package io.marquee.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import io.marquee.testing.Look;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Somebody with a browser of some width. Every page that they stop at is looked
 * at: its picture is kept, and what is wrong with its width or its accessibility joins the complaints.
 */
final class Walker {
    private final Page page;
    private final URI base;
    private final int width;
    private final List<String> complaints;

    Walker(Page page, URI base, int width, List<String> complaints) {
        this.page = page;
        this.base = base;
        this.width = width;
        this.complaints = complaints;
    }

    Page page() {
        return page;
    }

    Walker open(String path) {
        page.navigate(base.resolve(path).toString());
        return this;
    }

    /** Comes again until the page has this heading, as somebody does who waits for their bank. */
    Walker opensUntil(String path, String heading) {
        await().atMost(Journey.PATIENCE)
                .until(() -> open(path).page.locator("h1").first().textContent().strip(), heading::equals);
        return looks(heading);
    }

    /** What a request by hand with this person's session is answered. */
    int statusOf(String path) {
        return page.request().get(base.resolve(path).toString()).status();
    }

    Walker fill(String field, String value) {
        field(field).fill(value);
        return this;
    }

    Walker choose(String field, String value) {
        field(field).selectOption(value);
        return this;
    }

    Locator field(String name) {
        return page.locator("main [name='" + name + "']");
    }

    Walker press(String button) {
        button(button).click();
        return this;
    }

    /** Presses it as impatient people do. */
    Walker pressTwice(String button) {
        button(button).dblclick();
        return this;
    }

    /** Presses it without a mouse. */
    Walker pressByKeyboard(String button) {
        button(button).press("Enter");
        return this;
    }

    /** Presses it, and says yes to the question that comes. */
    Walker pressAndConfirm(String button) {
        press(button);
        page.locator("#confirm button[value=yes]").click();
        return this;
    }

    Walker follow(String link) {
        page.locator("main")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(link).setExact(true))
                .click();
        return this;
    }

    Walker reload() {
        page.reload();
        return this;
    }

    /** Presses the browser's own button, as people do who have changed their mind, or not. */
    Walker back() {
        page.goBack();
        return this;
    }

    /** Looks at the same page once more, in a tab of its own. */
    Walker secondTab() {
        Page tab = page.context().newPage();
        tab.navigate(page.url());
        return new Walker(tab, base, width, complaints);
    }

    Walker unfold(String summary) {
        page.locator("main summary")
                .filter(new Locator.FilterOptions().setHasText(summary))
                .click();
        return this;
    }

    /** The step that the page itself proposes, where it is a link. */
    Walker goOn() {
        page.locator("main .actions a.btn-primary").click();
        return this;
    }

    /** Arrives at the page with this heading, and looks at it. */
    Walker arrives(String heading) {
        assertThat(page.locator("h1").first()).hasText(heading);
        return looks(heading);
    }

    Walker sees(String words) {
        assertThat(page.locator("body")).containsText(words);
        return this;
    }

    /** Looks at the page as it is now. */
    Walker looks(String name) {
        String file = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-") + "-" + width;
        Look.keep(page, "journey/" + file);
        Object wide = page.evaluate("document.documentElement.scrollWidth");
        if (!wide.equals(width)) complaints.add(page.url() + " is " + wide + " wide, not " + width);
        Look.violations(page)
                .forEach(rule -> complaints.add(page.url() + ", " + width + " wide: " + rule.getId() + " "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList()));
        return this;
    }

    /** A picture of what the window shows for the documents, where one was asked for with {@code -Dpictures}. */
    void pictureForTheDocuments(String name) {
        if (System.getProperty("pictures") != null && width == 1280) {
            page.screenshot(new ScreenshotOptions().setPath(Path.of("docs/images", name + ".png")));
        }
    }

    String path() {
        return URI.create(page.url()).getPath();
    }

    Locator button(String name) {
        return page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
