package io.marquee.platform.web;

/** The entries of the top bar. */
public enum Nav {
    NONE(""),
    DISCOVER("/discover"),
    TICKETS("/tickets"),
    CREATE("/events/new"),
    /** For those who are signed in: where they organize, and where staff find the door. */
    MANAGE("/manage"),
    ACCOUNT("/account");

    private final String path;

    Nav(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }
}
