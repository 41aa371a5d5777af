package io.marquee.checkin.roster;

import io.marquee.kernel.EventId;
import io.marquee.ticketing.TicketId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals entries of one event's roster: AES-256-GCM under a key that HKDF-SHA256 (RFC 5869) derives from the ticket's whole code, of
 * which 64 bytes are a signature. Whoever has no code has nothing to try. Not for several threads.
 */
public final class RosterSeal {
    static final int LOOKUP_BYTES = 12;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] INFO = "marquee-roster-1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PAD_INFO = "marquee-roster-moving-1".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec salt;
    private final Mac mac;
    private final Cipher cipher;
    private final MessageDigest digest;

    public RosterSeal(EventId event) {
        this.salt = new SecretKeySpec(bytes(event.value()), "HmacSHA256");
        try {
            this.mac = Mac.getInstance("HmacSHA256");
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has these", e);
        }
    }

    /** Where a scanner that has read a code finds the entry. */
    public byte[] lookup(TicketId ticket) {
        digest.update(INFO);
        return Arrays.copyOf(digest.digest(bytes(ticket.value())), LOOKUP_BYTES);
    }

    /** @return nonce, ciphertext and tag */
    public byte[] seal(String code, byte[] text) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, code, nonce, text);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException under another code than it was sealed with */
    public byte[] open(String code, byte[] payload) {
        return apply(
                Cipher.DECRYPT_MODE,
                code,
                Arrays.copyOf(payload, NONCE_BYTES),
                Arrays.copyOfRange(payload, NONCE_BYTES, payload.length));
    }

    /**
     * The entry's key for whoever has read the ticket's moving code instead: hidden by a pad that the holder's key gives, which only
     * such codes show.
     */
    public byte[] keyUnder(byte[] holderKey, String code) {
        byte[] hidden = key(code.getBytes(StandardCharsets.US_ASCII), INFO);
        byte[] pad = key(holderKey, PAD_INFO);
        for (int i = 0; i < hidden.length; i++) hidden[i] ^= pad[i];
        return hidden;
    }

    private byte[] apply(int mode, String code, byte[] nonce, byte[] text) {
        byte[] key = key(code.getBytes(StandardCharsets.US_ASCII), INFO);
        try {
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an entry cannot be opened with this code", e);
        }
    }

    /** Extract, then the first block of expand: 32 bytes are all that is needed. */
    private byte[] key(byte[] secret, byte[] info) {
        try {
            mac.init(salt);
            byte[] extracted = mac.doFinal(secret);
            mac.init(new SecretKeySpec(extracted, "HmacSHA256"));
            mac.update(info);
            return mac.doFinal(new byte[] {1});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC takes keys of any length", e);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
