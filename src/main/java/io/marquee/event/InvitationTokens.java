package io.marquee.event;

import io.marquee.kernel.NotFound;
import io.marquee.platform.config.Settings;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Tokens of mailed invitations: the invitation's id with a MAC under the installation's secret. */
@Component
class InvitationTokens {
    private static final int ID_BYTES = 16;
    private static final int MAC_BYTES = 16;

    private final SecretKeySpec key;

    InvitationTokens(Settings settings) {
        key = new SecretKeySpec(settings.secret().keyFor("event-invitations"), "HmacSHA256");
    }

    /** @return 43 characters that may stand in a URL */
    String of(UUID invitation) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed(invitation));
    }

    /** @throws NotFound when we did not make that token */
    UUID open(String token) {
        byte[] decoded = decode(token);
        if (decoded.length != ID_BYTES + MAC_BYTES) throw new NotFound("invitation");
        ByteBuffer buffer = ByteBuffer.wrap(decoded);
        UUID id = new UUID(buffer.getLong(), buffer.getLong());
        if (!MessageDigest.isEqual(sealed(id), decoded)) throw new NotFound("invitation");
        return id;
    }

    private byte[] sealed(UUID id) {
        byte[] bytes = ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] sealed = Arrays.copyOf(bytes, ID_BYTES + MAC_BYTES);
            System.arraycopy(mac.doFinal(bytes), 0, sealed, ID_BYTES, MAC_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static byte[] decode(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
