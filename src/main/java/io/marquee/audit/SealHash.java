package io.marquee.audit;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The sum of one seal: over the one before it, its place, and each of its leaves in order. */
final class SealHash {
    static final byte[] NOTHING_BEFORE = new byte[32];

    private final Mac mac;
    private int leaves;

    /** @param key not in the database, so that whoever may write there all they like can make no seal */
    SealHash(byte[] key, UUID chain, int number, byte[] before) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
        mac.update(before);
        mac.update(ByteBuffer.allocate(20)
                .putLong(chain.getMostSignificantBits())
                .putLong(chain.getLeastSignificantBits())
                .putInt(number)
                .array());
    }

    void add(byte[] leaf) {
        mac.update(leaf);
        leaves++;
    }

    int leaves() {
        return leaves;
    }

    byte[] sum() {
        return mac.doFinal(ByteBuffer.allocate(4).putInt(leaves).array());
    }
}
