package io.marquee.platform.api;

import io.marquee.platform.config.Hmac;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * Signatures of webhooks as Standard Webhooks has them (https://www.standardwebhooks.com, which Svix uses too): HMAC-SHA256 over
 * {@code id.timestamp.body}, in Base64 after {@code v1,}. A secret is Base64 after {@code whsec_}.
 */
public final class WebhookSignature {
    public static final String PREFIX = "whsec_";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String VERSION = "v1,";

    private final Hmac hmac;

    /** @throws IllegalArgumentException for a secret that is no Base64 */
    public WebhookSignature(String secret) {
        String text = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
        this.hmac = new Hmac(Base64.getDecoder().decode(text));
    }

    /** @param timestamp seconds since the epoch */
    public String sign(String id, long timestamp, byte[] body) {
        byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        return VERSION + Base64.getEncoder().encodeToString(hmac.of(head, body));
    }

    /**
     * Whether one of the signatures, with spaces between them, is right and the timestamp no further from now than five minutes.
     *
     * @param timestamp as it came in the header
     */
    public boolean isRight(String id, String timestamp, String signatures, byte[] body, Instant now) {
        if (!timestamp.matches("[0-9]{1,12}")) return false;
        long seconds = Long.parseLong(timestamp);
        byte[] right = sign(id, seconds, body).getBytes(StandardCharsets.US_ASCII);
        boolean fresh = Math.abs(now.getEpochSecond() - seconds) <= TOLERANCE.toSeconds();
        return fresh
                && Arrays.stream(signatures.split(" "))
                        .anyMatch(one -> MessageDigest.isEqual(right, one.getBytes(StandardCharsets.UTF_8)));
    }
}
