package io.marquee.payment.provider;

import java.util.List;

/**
 * The part of our page that a provider's script draws, {@link Capability#EMBEDDED}.
 *
 * @param script the script's address
 * @param publishableKey says to the script whose page it is on
 * @param scriptOrigins where the page may load scripts from
 * @param frameOrigins what the page may show inside of it
 * @param connectOrigins what the page may talk to
 */
public record EmbeddedForm(
        String script,
        String publishableKey,
        List<String> scriptOrigins,
        List<String> frameOrigins,
        List<String> connectOrigins) {}
