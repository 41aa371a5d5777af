package io.marquee.payment.sandbox;

import io.marquee.payment.provider.ForgedWebhook;
import io.marquee.platform.config.Hmac;
import io.marquee.platform.config.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code t=<seconds>,v1=<hex of HMAC-SHA256 over "seconds.body">}: who sent a webhook, and when. */
@Component
class SandboxSignature {
    static final String HEADER = "Sandbox-Signature";
    static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern FORM = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    private final Hmac hmac;
    private final Clock clock;

    SandboxSignature(Settings settings, Clock clock) {
        this.hmac = new Hmac(settings.secret().keyFor("payment.sandbox.webhooks"));
        this.clock = clock;
    }

    String of(byte[] body) {
        long seconds = clock.instant().getEpochSecond();
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(hmac(seconds, body));
    }

    /** @throws ForgedWebhook unless it was made with our key over these bytes within the tolerance */
    void verify(@Nullable String signature, byte[] body) {
        Matcher form = FORM.matcher(signature == null ? "" : signature);
        if (!form.matches()) {
            throw new ForgedWebhook("no signature");
        }
        long seconds = Long.parseLong(form.group(1));
        if (!MessageDigest.isEqual(hmac(seconds, body), HexFormat.of().parseHex(form.group(2)))) {
            throw new ForgedWebhook("wrong signature");
        }
        Duration age = Duration.between(Instant.ofEpochSecond(seconds), clock.instant())
                .abs();
        if (age.compareTo(TOLERANCE) > 0) {
            throw new ForgedWebhook("too old");
        }
    }

    private byte[] hmac(long seconds, byte[] body) {
        return hmac.of((seconds + ".").getBytes(StandardCharsets.US_ASCII), body);
    }
}
