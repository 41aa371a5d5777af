package io.marquee.identity;

import java.time.Duration;

/** What holds a session's token, and how long it is good for. */
public enum SessionKind {
    /** A browser, in a cookie. */
    WEB(Duration.ofDays(30)),
    /** A program, as a bearer token. */
    API(Duration.ofDays(90));

    private final Duration life;

    SessionKind(Duration life) {
        this.life = life;
    }

    Duration life() {
        return life;
    }
}
