package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bouncycastle.util.encoders.Base32;
import org.jspecify.annotations.Nullable;

/**
 * The text inside a ticket's QR: 152 characters of Base32 without padding, for 31 signed bytes and their signature. The
 * format, and why, is in {@code docs/algorithms/ticket-codes.md}.
 *
 * @param key that signed it
 * @param event the low half of the event's id
 * @param signature 64 bytes
 */
record TicketCode(int key, long event, UUID ticket, int serial, byte[] signature) {
    static final int LENGTH = 152;
    static final int SIGNATURE_BYTES = 64;
    private static final byte VERSION = 1;
    private static final int SIGNED_BYTES = 31;
    private static final Pattern TEXT = Pattern.compile("[A-Z2-7]{" + LENGTH + "}");

    static TicketCode of(int key, EventId event, TicketId ticket, int serial, byte[] signature) {
        return new TicketCode(key, half(event), ticket.value(), serial, signature);
    }

    /** What is signed. */
    static byte[] message(int key, EventId event, TicketId ticket, int serial) {
        return message(key, half(event), ticket.value(), serial);
    }

    /** @param text upper case, stripped; @return null when it is not of this format */
    static @Nullable TicketCode parse(String text) {
        if (!TEXT.matcher(text).matches()) return null;
        byte[] bytes = Base32.decode(text);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.get() != VERSION) return null;
        return new TicketCode(
                in.getInt(),
                in.getLong(),
                new UUID(in.getLong(), in.getLong()),
                Short.toUnsignedInt(in.getShort()),
                Arrays.copyOfRange(bytes, SIGNED_BYTES, bytes.length));
    }

    String text() {
        return Base32.toBase32String(ByteBuffer.allocate(SIGNED_BYTES + SIGNATURE_BYTES)
                .put(message())
                .put(signature)
                .array());
    }

    byte[] message() {
        return message(key, event, ticket, serial);
    }

    boolean isFor(EventId other) {
        return event == half(other);
    }

    private static long half(EventId event) {
        return event.value().getLeastSignificantBits();
    }

    private static byte[] message(int key, long event, UUID ticket, int serial) {
        return ByteBuffer.allocate(SIGNED_BYTES)
                .put(VERSION)
                .putInt(key)
                .putLong(event)
                .putLong(ticket.getMostSignificantBits())
                .putLong(ticket.getLeastSignificantBits())
                .putShort((short) serial)
                .array();
    }
}
