package io.marquee.event;

import io.marquee.kernel.NotFound;
import io.marquee.platform.config.Hmac;
import io.marquee.platform.config.Settings;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tokens of mailed invitations: the invitation's id with a MAC under the installation's secret. */
@Component
class InvitationTokens {
    private static final int ID_BYTES = 16;
    private static final int MAC_BYTES = 16;

    private final Hmac hmac;

    InvitationTokens(Settings settings) {
        hmac = new Hmac(settings.secret().keyFor("event-invitations"));
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
        byte[] sealed = Arrays.copyOf(bytes, ID_BYTES + MAC_BYTES);
        System.arraycopy(hmac.of(bytes), 0, sealed, ID_BYTES, MAC_BYTES);
        return sealed;
    }

    private static byte[] decode(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
