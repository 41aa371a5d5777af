package io.marquee.waitingroom;

import io.marquee.kernel.EventId;
import io.marquee.platform.config.Settings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs places and mailed links under the installation's secret, so that they are checked without the database. */
@Component
class Passes {
    private static final String PREFIX = "p_";
    private static final int MAC_BYTES = 16;
    private static final int PASS_BYTES = 2 * Long.BYTES + Integer.BYTES + Long.BYTES + 1;

    private final Mac places;
    private final Mac links;
    private final Mac addresses;

    Passes(Settings settings) {
        this.places = mac(settings.secret().keyFor("waiting-room-places"));
        this.links = mac(settings.secret().keyFor("waiting-room-links"));
        this.addresses = mac(settings.secret().keyFor("waiting-room-addresses"));
    }

    /** An address that was proven by opening the mail. */
    record Proof(EventId event, String address) {}

    /** @return 63 characters that may stand in a URL and a cookie */
    String seal(Pass pass) {
        ByteBuffer bytes = ByteBuffer.allocate(PASS_BYTES);
        put(bytes, pass.event());
        bytes.putInt(pass.round()).putLong(pass.number()).put((byte) (pass.verified() ? 1 : 0));
        return PREFIX + sealed(places, bytes.array());
    }

    /** @return null for what we did not make */
    @Nullable
    Pass open(@Nullable String token) {
        if (token == null || !token.startsWith(PREFIX)) return null;
        byte[] content = opened(places, token.substring(PREFIX.length()));
        if (content == null || content.length != PASS_BYTES) return null;
        ByteBuffer bytes = ByteBuffer.wrap(content);
        return new Pass(event(bytes), bytes.getInt(), bytes.getLong(), bytes.get() == 1);
    }

    /** For a link that is mailed to the address. */
    String sealLink(Proof proof, Instant until) {
        byte[] address = proof.address().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(3 * Long.BYTES + address.length);
        put(bytes, proof.event());
        bytes.putLong(until.getEpochSecond()).put(address);
        return sealed(links, bytes.array());
    }

    /** @return null for what we did not make, and after its time */
    @Nullable
    Proof openLink(@Nullable String token, Instant now) {
        byte[] content = token == null ? null : opened(links, token);
        if (content == null || content.length <= 3 * Long.BYTES) return null;
        ByteBuffer bytes = ByteBuffer.wrap(content);
        EventId event = event(bytes);
        if (bytes.getLong() <= now.getEpochSecond()) return null;
        byte[] address = new byte[bytes.remaining()];
        bytes.get(address);
        return new Proof(event, new String(address, StandardCharsets.UTF_8));
    }

    /** What stands for an address in the database. */
    byte[] digest(String address) {
        return copy(addresses).doFinal(address.getBytes(StandardCharsets.UTF_8));
    }

    private static String sealed(Mac mac, byte[] content) {
        byte[] token = Arrays.copyOf(content, content.length + MAC_BYTES);
        System.arraycopy(copy(mac).doFinal(content), 0, token, content.length, MAC_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private static byte @Nullable [] opened(Mac mac, String text) {
        try {
            byte[] token = Base64.getUrlDecoder().decode(text);
            if (token.length <= MAC_BYTES) return null;
            byte[] content = Arrays.copyOf(token, token.length - MAC_BYTES);
            byte[] right = Arrays.copyOf(copy(mac).doFinal(content), MAC_BYTES);
            return MessageDigest.isEqual(right, Arrays.copyOfRange(token, content.length, token.length))
                    ? content
                    : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static void put(ByteBuffer bytes, EventId event) {
        bytes.putLong(event.value().getMostSignificantBits())
                .putLong(event.value().getLeastSignificantBits());
    }

    private static EventId event(ByteBuffer bytes) {
        return new EventId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static Mac copy(Mac mac) {
        try {
            return (Mac) mac.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's HmacSHA256 can be cloned", e);
        }
    }
}
