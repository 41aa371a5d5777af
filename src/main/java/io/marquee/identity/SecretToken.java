package io.marquee.identity;

import io.marquee.platform.config.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret of 32 random bytes. With so much chance in it a plain hash is enough to keep it by. */
public record SecretToken(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param prefix tells what it is for, to programs that look for leaked secrets and to us */
    public static SecretToken next(String prefix) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new SecretToken(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What is kept of it. */
    public byte[] hash() {
        return hash(text);
    }

    /** @param token as somebody presents it */
    public static byte[] hash(String token) {
        return Sha256.of(token);
    }

    @Override
    public String toString() {
        return "SecretToken[hidden]";
    }
}
