package io.marquee.platform.config;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The installation's one secret. Nobody uses it as it is: each purpose gets a key of its own, so that what one purpose
 * gives away never opens another.
 */
public final class MasterSecret {
    static final int SHORTEST = 32;

    private final byte[] bytes;

    public MasterSecret(String text) {
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    /** 32 bytes for this purpose: the same on every node and after every start. */
    public byte[] keyFor(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** 48 hexadecimal digits for this purpose, where a password and not a key is needed. */
    public String passwordFor(String purpose) {
        return HexFormat.of().formatHex(keyFor(purpose), 0, 24);
    }

    @Override
    public String toString() {
        return "MasterSecret[hidden]";
    }
}
