package io.marquee.ordering;

import io.marquee.kernel.NotFound;
import io.marquee.platform.config.Settings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Tokens that open what was bought with one address, for whoever reads its mail: the address and a time, sealed with
 * AES-256-GCM under the installation's secret, so that neither a log nor a browser's history shows whose they are.
 */
@Component
class AddressLinks {
    static final Duration GOOD_FOR = Duration.ofDays(1);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final Clock clock;

    AddressLinks(Settings settings, Clock clock) {
        this.key = new SecretKeySpec(settings.secret().keyFor("address-links"), "AES");
        this.clock = clock;
    }

    String tokenFor(String email) {
        byte[] address = email.getBytes(StandardCharsets.UTF_8);
        byte[] plain = ByteBuffer.allocate(Long.BYTES + address.length)
                .putLong(clock.instant().plus(GOOD_FOR).getEpochSecond())
                .put(address)
                .array();
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            byte[] token = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, token, NONCE_BYTES, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** @throws NotFound when we did not make that token, or its time is up */
    String addressOf(String token) {
        ByteBuffer plain = ByteBuffer.wrap(opened(token));
        if (!clock.instant().isBefore(Instant.ofEpochSecond(plain.getLong()))) throw new NotFound("link");
        return StandardCharsets.UTF_8.decode(plain).toString();
    }

    private byte[] opened(String token) {
        try {
            byte[] both = Base64.getUrlDecoder().decode(token);
            byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, nonce)
                    .doFinal(Arrays.copyOfRange(both, Math.min(NONCE_BYTES, both.length), both.length));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            throw new NotFound("link");
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
