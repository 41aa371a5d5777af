package io.marquee.testing;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Looks at a page as it is now. */
public final class Look {
    private static final Path PICTURES = Path.of("target/pictures");

    /** Pages in which nothing was found, as they are made: journeys come by the same ones again and again. */
    private static final Set<UUID> FINE = new HashSet<>();

    /** All but texts, addresses, numbers and ids, at this width and in this light. */
    private static final String MADE = """
            () => [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches,
              document.documentElement.outerHTML
                .replace(/>[^<>]*[^<>\\s][^<>]*</g, '>x<')
                .replace(/ (href|action|src|srcset|value|content|datetime|hx-[a-z]+|data-[a-z-]+)="[^"]*"/g, ' $1')
                .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|(?<!hue-[0-9]*|<.?h|tabindex="-?|aria-level=")[0-9]+/gi, '')
            ].join(' ')""";

    private Look() {}

    /** What keeps people with a disability from using it. @param parts selectors; none means the whole page */
    public static List<Rule> violations(Page page, String... parts) {
        // a button that is still fading in is read by nobody yet
        page.evaluate(
                "Promise.all(document.getAnimations().filter((one) => one.playState === 'running'"
                        + " && one.effect.getComputedTiming().endTime !== Infinity).map((one) => one.finished.catch(() => {}))).then(() => 1)");
        String made = page.evaluate(MADE) + String.join(" ", parts);
        UUID known = UUID.nameUUIDFromBytes(made.getBytes(StandardCharsets.UTF_8));
        if (FINE.contains(known)) return List.of();
        List<Rule> violations = judged(page, parts);
        if (violations.isEmpty()) FINE.add(known);
        return violations;
    }

    private static List<Rule> judged(Page page, String... parts) {
        // The other mode opens a page of its own for each look, which only frames of other origins need. What they show
        // is not ours.
        boolean alone = page.frames().size() == 1;
        // of what is right it need not tell each element
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        AxeBuilder axe = new AxeBuilder(page).setLegacyMode(alone).options(options);
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
