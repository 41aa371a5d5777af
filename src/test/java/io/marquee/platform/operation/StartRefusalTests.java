package io.marquee.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.platform.config.WrongSetting;
import io.marquee.platform.database.DatabaseUnusable;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.mock.env.MockEnvironment;

class StartRefusalTests {

    @Test
    void a_taken_port_is_told_with_the_way_out() {
        assertThat(sentence(new IllegalStateException("start", new PortInUseException(8080))))
                .isEqualTo("Port 8080 is taken by another program: stop that one, or choose another port with"
                        + " MARQUEE_PORT.");
    }

    @Test
    void what_we_say_ourselves_is_found_under_whatever_wraps_it() {
        assertThat(sentence(new IllegalStateException("bean", new DatabaseUnusable("The disk is full."))))
                .isEqualTo("The disk is full.");
        assertThat(sentence(new WrongSetting("MARQUEE_X is wrong."))).isEqualTo("MARQUEE_X is wrong.");
    }

    @Test
    void what_nobody_foresaw_points_at_the_log_file_where_there_is_one() {
        RuntimeException failure = new IllegalStateException("bean", new IllegalArgumentException("no such zone"));
        assertThat(new StartRefusal().analyze(failure)).isNull();
        assertThat(new UnexpectedFailure(new MockEnvironment()).analyze(failure))
                .isNull();
        MockEnvironment logging = new MockEnvironment().withProperty("logging.file.name", "data/logs/marquee.log");
        var analysis = Objects.requireNonNull(new UnexpectedFailure(logging).analyze(failure));
        assertThat(analysis.getDescription()).isEqualTo("Marquee could not start: no such zone");
        assertThat(analysis.getAction()).isEqualTo("See data/logs/marquee.log.");
    }

    @Test
    void the_application_asks_them() {
        SpringFactoriesLoader factories = SpringFactoriesLoader.forDefaultResourceLocation();
        ArgumentResolver environment = ArgumentResolver.of(Environment.class, new MockEnvironment());
        assertThat(factories.load(FailureAnalyzer.class, environment, (type, name, failure) -> {}))
                .hasAtLeastOneElementOfType(StartRefusal.class)
                .hasAtLeastOneElementOfType(UnexpectedFailure.class);
        assertThat(factories.load(FailureAnalysisReporter.class)).hasAtLeastOneElementOfType(FailureSentence.class);
    }

    private static String sentence(Throwable failure) {
        return Objects.requireNonNull(new StartRefusal().analyze(failure)).getDescription();
    }
}
