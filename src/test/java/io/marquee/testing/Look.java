package io.marquee.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.List;

/** Looks at a page as it is now. */
public final class Look {
    private static final Path PICTURES = Path.of("target/pictures");

    private Look() {}

    /** What keeps people with a disability from using it. @param parts selectors; none means the whole page */
    public static List<Rule> violations(Page page, String... parts) {
        // The other mode opens a page of its own for each look, which only frames of other origins need. What they show
        // is not ours.
        boolean alone = page.frames().size() == 1;
        // a button that is still fading in is read by nobody yet
        page.evaluate(
                "Promise.all(document.getAnimations().filter((one) => one.playState === 'running'"
                        + " && one.effect.getComputedTiming().endTime !== Infinity).map((one) => one.finished.catch(() => {}))).then(() => 1)");
        AxeBuilder axe = new AxeBuilder(page).setLegacyMode(alone);
        if (!alone) axe.exclude("iframe");
        for (String part : parts) axe.include(part);
        return axe.analyze().getViolations();
    }

    /** Keeps a picture of all of it as {@code target/pictures/<name>.png}, where {@code -Dpictures} asks for them. */
    public static void keep(Page page, String name) {
        if (System.getProperty("pictures") != null) {
            page.screenshot(new ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
        }
    }
}
