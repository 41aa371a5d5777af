package io.marquee.testing;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real browser for tests of pages. Whatever it complains about (a script that fails, something the security policy refuses, a file
 * that is missing) is kept in {@link #complaints()}.
 *
 * <p>Its process is that of all tests that start it in the same way: who visits shares nothing with others, and leaves when the
 * browser is closed or, where it is registered as an extension, after each test.
 */
public final class Browser implements AutoCloseable, AfterEachCallback {
    private static final List<String> PROGRAMS = List.of("chromium", "chromium-browser", "google-chrome");

    /** They end with the JVM. */
    private static final Map<List<String>, com.microsoft.playwright.Browser> PROCESSES = new HashMap<>();

    /** Longer than anything takes, on a machine that does other things too. */
    private static final double PATIENCE = 30_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    private static @Nullable Playwright playwright;

    private final List<String> more;
    private final List<BrowserContext> visitors = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    public Browser() {
        this(List.of());
    }

    /** @param more arguments of the program */
    public Browser(List<String> more) {
        this.more = List.copyOf(more);
    }

    /** A fresh visitor, 1280 wide, in English, in Lisbon, who likes things to stand still. */
    public Page visitor() {
        return visitor(visitorOptions());
    }

    /** What a visitor is made of unless a test wants it otherwise. */
    public static NewContextOptions visitorOptions() {
        return new NewContextOptions()
                .setViewportSize(1280, 900)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Lisbon")
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    public Page visitor(NewContextOptions options) {
        BrowserContext visitor = process().newContext(options);
        visitors.add(visitor);
        visitor.onWebError(error -> complaints.add(error.error()));
        visitor.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) complaints.add(message.text());
        });
        visitor.onResponse(response -> {
            if (response.status() >= 400) complaints.add(response.status() + " " + response.url());
        });
        return visitor.newPage();
    }

    public List<String> complaints() {
        return complaints;
    }

    /** Everybody leaves. */
    @Override
    public void close() {
        // a request that is on its way would meet its handler on a page that is gone
        visitors.forEach(BrowserContext::unrouteAll);
        visitors.forEach(BrowserContext::close);
        visitors.clear();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
        complaints.clear();
    }

    private com.microsoft.playwright.Browser process() {
        com.microsoft.playwright.Browser process = PROCESSES.get(more);
        if (process == null || !process.isConnected()) {
            process = start();
            PROCESSES.put(more, process);
        }
        return process;
    }

    private com.microsoft.playwright.Browser start() {
        if (playwright == null) {
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        }
        List<String> arguments =
                new ArrayList<>(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"));
        arguments.addAll(more);
        return playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(program()).setArgs(arguments));
    }

    private static Path program() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> PROGRAMS.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium on the PATH: install the package chromium"));
    }
}
