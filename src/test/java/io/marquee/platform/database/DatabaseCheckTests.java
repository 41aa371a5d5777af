package io.marquee.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.platform.config.Settings;
import io.marquee.platform.operation.Finding;
import io.marquee.platform.operation.Finding.Grade;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor at the embedded database, whether somebody runs it or not. */
class DatabaseCheckTests {
    @TempDir
    private static Path data;

    @Test
    void a_stopped_database_is_started_for_the_examination_alone() {
        EmbeddedDatabase.start(data).close();
        assertSound("database: embedded,");
        EmbeddedDatabase.start(data).close();
    }

    @Test
    void a_running_database_is_examined_as_it_runs() {
        try (EmbeddedDatabase running = EmbeddedDatabase.start(data)) {
            assertSound("database: embedded and running,");
            assertThat(running.app().url()).isNotEmpty();
        }
    }

    @Test
    void clocks_that_differ_warn_before_they_fail() {
        assertThat(DatabaseCheck.difference(Duration.ofMillis(20)).grade()).isEqualTo(Grade.OK);
        assertThat(DatabaseCheck.difference(Duration.ofSeconds(3)).grade()).isEqualTo(Grade.WARN);
        assertThat(DatabaseCheck.difference(Duration.ofMinutes(1)).grade()).isEqualTo(Grade.FAIL);
    }

    private void assertSound(String description) {
        Settings settings = Settings.from(Map.of("MARQUEE_DATA", data.toString()));
        List<Finding> findings = new DatabaseCheck(settings, Clock.systemUTC()).examine();
        assertThat(findings).extracting(Finding::what).anyMatch(what -> what.startsWith(description));
        assertThat(findings).extracting(Finding::what).contains("durability: fsync is on");
        assertThat(findings)
                .extracting(Finding::what)
                .anyMatch(what -> what.matches("migrations: \\d+ not applied yet"));
        assertThat(findings).extracting(Finding::grade).doesNotContain(Grade.FAIL);
    }
}
