package io.marquee.identity;

import org.jspecify.annotations.Nullable;

/**
 * From where somebody signs in, as the list of their sessions shows it.
 *
 * @param address the network address
 * @param userAgent what the browser or program calls itself; cut to 300 characters
 */
public record Client(String address, @Nullable String userAgent) {
    private static final int LONGEST = 300;

    public Client {
        if (userAgent != null && userAgent.length() > LONGEST) {
            userAgent = userAgent.substring(0, LONGEST);
        }
    }
}
