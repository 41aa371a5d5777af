package io.marquee.payment;

import org.springframework.stereotype.Component;

/** Forgets what was seen of a provider, so that one test's faults do not close the line for the next. */
@Component
public class FreshLines {
    private final ProviderLines lines;

    FreshLines(ProviderLines lines) {
        this.lines = lines;
    }

    public void forget(String provider) {
        lines.to(provider).breaker().reset();
    }

    /** As after many calls that came to nothing. */
    public void close(String provider) {
        lines.to(provider).breaker().transitionToOpenState();
    }
}
