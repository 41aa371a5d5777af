package io.marquee.platform.tenancy;

import io.marquee.kernel.NotFound;
import io.marquee.platform.config.Hmac;
import io.marquee.platform.config.Settings;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tokens that open one hold and the order that is made of it, for people without an account: in the checkout, in mailed
 * links and as bearer tokens of the API. A token is the hold's id with a MAC under the installation's secret, so it is
 * checked before the database is asked, and can be made again for another mail. One that was renewed has its generation in it.
 */
@Component
public class Capabilities {
    private static final String PREFIX = "h_";
    private static final int ID_BYTES = 16;
    private static final int GENERATION_BYTES = 4;
    private static final int MAC_BYTES = 16;

    private final Hmac hmac;

    Capabilities(Settings settings) {
        this.hmac = new Hmac(settings.secret().keyFor("hold-capabilities"));
    }

    /** @return 45 characters that may stand in a URL */
    public String tokenFor(UUID hold) {
        return tokenFor(hold, 0);
    }

    /** @return a few characters more, after the first generation */
    public String tokenFor(UUID id, int generation) {
        byte[] said = generation == 0
                ? bytes(id)
                : ByteBuffer.allocate(ID_BYTES + GENERATION_BYTES)
                        .put(bytes(id))
                        .putInt(generation)
                        .array();
        byte[] token = Arrays.copyOf(said, said.length + MAC_BYTES);
        java.lang.System.arraycopy(hmac.of(said), 0, token, said.length, MAC_BYTES);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Whether a bearer token claims to be of this kind. */
    public boolean looksLikeOne(String token) {
        return token.startsWith(PREFIX);
    }

    /** @throws NotFound when we did not make that token */
    public Actor.Capability open(String token) {
        byte[] decoded = decode(token);
        int said = decoded.length - MAC_BYTES;
        if (said != ID_BYTES && said != ID_BYTES + GENERATION_BYTES
                || !MessageDigest.isEqual(
                        Arrays.copyOf(hmac.of(Arrays.copyOf(decoded, said)), MAC_BYTES),
                        Arrays.copyOfRange(decoded, said, decoded.length))) {
            throw new NotFound("order");
        }
        ByteBuffer read = ByteBuffer.wrap(decoded);
        UUID id = new UUID(read.getLong(), read.getLong());
        return new Actor.Capability(id, said == ID_BYTES ? 0 : read.getInt());
    }

    private static byte[] decode(String token) {
        try {
            return token.startsWith(PREFIX)
                    ? Base64.getUrlDecoder().decode(token.substring(PREFIX.length()))
                    : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
