package io.marquee.media;

import io.marquee.platform.config.Hmac;
import io.marquee.platform.config.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Signs links to private files: which file, and until when (HMAC-SHA256 under the installation's secret). */
@Component
class Signatures {
    private static final String PURPOSE = "private files";

    private final Hmac hmac;
    private final InstantSource clock;

    Signatures(Settings settings, java.time.Clock clock) {
        this.hmac = new Hmac(settings.secret().keyFor(PURPOSE));
        this.clock = clock;
    }

    SignedLink link(UUID file, Duration life) {
        long until = clock.instant().plus(life).getEpochSecond();
        String path = "/media/private/" + file + "?until=" + until + "&proof=" + proof(file, until);
        return new SignedLink(file, path, Instant.ofEpochSecond(until));
    }

    boolean isGood(UUID file, long until, String proof) {
        return MessageDigest.isEqual(ascii(proof(file, until)), ascii(proof))
                && clock.instant().getEpochSecond() < until;
    }

    private String proof(UUID file, long until) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac.of(ascii(file + " " + until)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
