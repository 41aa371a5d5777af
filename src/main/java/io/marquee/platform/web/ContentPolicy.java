package io.marquee.platform.web;

import jakarta.servlet.http.HttpServletResponse;

/**
 * What pages may load, show and talk to: our own, and nothing of others. A page that needs another's script says so for
 * itself alone.
 */
public final class ContentPolicy {
    public static final String HEADER = "Content-Security-Policy";

    /** Of all pages. */
    public static final String OWN = policy("", "", "");

    private ContentPolicy() {}

    /** This answer alone may use what is named, each a list of origins with blanks between. */
    public static void allow(HttpServletResponse response, String scripts, String frames, String connects) {
        response.setHeader(HEADER, policy(scripts, frames, connects));
    }

    private static String policy(String scripts, String frames, String connects) {
        return String.join(
                "; ",
                "default-src 'self'",
                own("script-src", scripts),
                "style-src 'self'",
                "img-src 'self' data: blob:",
                "font-src 'self'",
                own("connect-src", connects),
                own("frame-src", frames),
                "media-src 'self' blob:",
                "worker-src 'self'",
                "object-src 'none'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }

    private static String own(String directive, String others) {
        return directive + (others.isBlank() ? " 'self'" : " 'self' " + others);
    }
}
