package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bouncycastle.util.encoders.Base32;
import org.jspecify.annotations.Nullable;

/**
 * The text of a code that changes every few seconds: 312 characters of Base32 for 195 bytes, without slack. The format, and why, is in
 * {@code docs/algorithms/moving-codes.md}.
 *
 * @param bytes all of them
 */
record MovingCode(byte[] bytes) {
    static final int LENGTH = 312;
    static final int KEY_BYTES = 32;
    static final int CERTIFICATE_BYTES = 127;
    private static final byte VERSION = 2;
    private static final int NAMED_BYTES = 31;
    private static final int CERTIFIED_BYTES = NAMED_BYTES + KEY_BYTES;
    private static final int SHOWN_BYTES = CERTIFICATE_BYTES + Integer.BYTES;
    private static final int STEP_SECONDS = (int) MovingCodes.STEP.toSeconds();
    private static final Pattern TEXT = Pattern.compile("[A-Z2-7]{" + LENGTH + "}");

    /** What the organization signs. @param holderKey the public half of the page's key */
    static byte[] certified(int key, EventId event, TicketId ticket, int serial, byte[] holderKey) {
        return ByteBuffer.allocate(CERTIFIED_BYTES)
                .put(VERSION)
                .putInt(key)
                .putLong(event.value().getLeastSignificantBits())
                .putLong(ticket.value().getMostSignificantBits())
                .putLong(ticket.value().getLeastSignificantBits())
                .putShort((short) serial)
                .put(holderKey)
                .array();
    }

    /** What the page signs: all that comes before its signature. */
    static byte[] shown(byte[] certificate, Instant now) {
        return ByteBuffer.allocate(SHOWN_BYTES)
                .put(certificate)
                .putInt((int) (now.getEpochSecond() / STEP_SECONDS))
                .array();
    }

    /** @return null when the text is not of this format */
    static @Nullable MovingCode parse(String text) {
        if (!TEXT.matcher(text).matches()) return null;
        byte[] bytes = Base32.decode(text);
        return bytes[0] == VERSION ? new MovingCode(bytes) : null;
    }

    String text() {
        return Base32.toBase32String(bytes);
    }

    int key() {
        return ByteBuffer.wrap(bytes).getInt(1);
    }

    boolean isFor(EventId event) {
        return ByteBuffer.wrap(bytes).getLong(5) == event.value().getLeastSignificantBits();
    }

    TicketId ticket() {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new TicketId(new UUID(in.getLong(13), in.getLong(21)));
    }

    int serial() {
        return Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(29));
    }

    byte[] holderKey() {
        return Arrays.copyOfRange(bytes, NAMED_BYTES, CERTIFIED_BYTES);
    }

    byte[] certified() {
        return Arrays.copyOf(bytes, CERTIFIED_BYTES);
    }

    byte[] signature() {
        return Arrays.copyOfRange(bytes, CERTIFIED_BYTES, CERTIFICATE_BYTES);
    }

    byte[] shown() {
        return Arrays.copyOf(bytes, SHOWN_BYTES);
    }

    byte[] proof() {
        return Arrays.copyOfRange(bytes, SHOWN_BYTES, bytes.length);
    }

    /** When it began to be shown, by the page's clock. */
    Instant shownAt() {
        return Instant.ofEpochSecond(
                Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt(CERTIFICATE_BYTES)) * STEP_SECONDS);
    }
}
