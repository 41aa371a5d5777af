package io.marquee.platform.operation;

import io.marquee.platform.config.WrongSetting;
import io.marquee.platform.database.DatabaseUnusable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What an operator can mend is told in a sentence. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartRefusal implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String sentence = sentence(cause);
            if (sentence != null) return new FailureAnalysis(sentence, null, failure);
        }
        return null;
    }

    private static @Nullable String sentence(Throwable cause) {
        if (cause instanceof DatabaseUnusable || cause instanceof WrongSetting) {
            return cause.getMessage();
        } else if (cause instanceof PortInUseException taken) {
            return "Port " + taken.getPort()
                    + " is taken by another program: stop that one, or choose another port with" + " MARQUEE_PORT.";
        } else {
            return null;
        }
    }
}
