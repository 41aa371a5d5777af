package io.marquee.platform.operation;

import io.marquee.platform.config.Settings;
import io.marquee.platform.config.SettingsInitializer;
import io.marquee.platform.operation.Finding.Grade;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** Examines an installation, whether it is running or not, and says how to mend what is wrong. */
public final class Doctor {
    /** The exit code where something does not work. */
    public static final int FAILED = 1;

    private Doctor() {}

    /**
     * Runs every check and prints a line for each finding.
     *
     * @return the exit code: 0, or {@link #FAILED}
     */
    public static int examine(Settings settings, PrintStream out) {
        try (ConfigurableApplicationContext practice = new SpringApplicationBuilder(Practice.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .initializers(new SettingsInitializer(settings))
                .properties("logging.level.root=off")
                .run()) {
            List<Finding> findings = practice.getBeanProvider(Check.class)
                    .orderedStream()
                    .flatMap(check -> findingsOf(check).stream())
                    .peek(finding -> out.println(finding.line()))
                    .toList();
            return findings.stream().anyMatch(finding -> finding.grade() == Grade.FAIL) ? FAILED : 0;
        }
    }

    private static List<Finding> findingsOf(Check check) {
        try {
            return check.examine();
        } catch (Exception e) {
            return List.of(Finding.fail(
                    check.getClass().getSimpleName() + ": " + e.getMessage(),
                    "this check itself broke; the message above is all it said"));
        }
    }

    /** Only the checks: neither web server nor jobs nor migrations. Not a component, so that the application has none of it. */
    @ComponentScan(
            basePackages = "io.marquee",
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Check.class))
    static class Practice {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
