package io.marquee.platform.operation;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Where the log is a file, whoever sits at the console is told to look there. */
@Order(Ordered.LOWEST_PRECEDENCE)
class UnexpectedFailure implements FailureAnalyzer {
    private static final Logger log = LoggerFactory.getLogger(UnexpectedFailure.class);

    private final Environment environment;

    UnexpectedFailure(Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        String file = environment.getProperty("logging.file.name");
        if (file == null) return null;
        log.error("Marquee could not start", failure);
        Throwable root = failure;
        while (root.getCause() != null) root = root.getCause();
        return new FailureAnalysis("Marquee could not start: " + root.getMessage(), "See " + file + ".", failure);
    }
}
