package io.marquee.platform.config;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The installation's one secret. Nobody uses it as it is: each purpose gets a key of its own, so that what one purpose
 * gives away never opens another.
 */
public final class MasterSecret {
    static final int SHORTEST = 32;

    private final Hmac hmac;

    public MasterSecret(String text) {
        this.hmac = new Hmac(text.getBytes(StandardCharsets.UTF_8));
    }

    /** 32 bytes for this purpose: the same on every node and after every start. */
    public byte[] keyFor(String purpose) {
        return hmac.of(purpose.getBytes(StandardCharsets.UTF_8));
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
