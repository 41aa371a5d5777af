package io.marquee.platform.web;

/** The version that an editor started from, as a form sends it. */
public final class SentVersion {
    private SentVersion() {}

    /** An unreadable one is nobody's. */
    public static int of(String typed) {
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
    }
}
