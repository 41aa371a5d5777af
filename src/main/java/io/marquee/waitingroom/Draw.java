package io.marquee.waitingroom;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The order in which those who were present at the opening are called: a permutation of their numbers that follows from the
 * seed alone, so that every node computes the same, and everybody can once the seed is told.
 *
 * <p>A Feistel network over pairs of numbers below the root of how many there are, with SHA-256 as its round function; what
 * falls outside is sent through again ("cycle walking", Black and Rogaway 2002). A place costs some microseconds and no
 * memory, however many are present.
 */
final class Draw {
    private static final int ROUNDS = 8;

    private final MessageDigest seeded;
    private final long present;
    private final long side;

    /** @param present how many take part: numbers 0 to present - 1 */
    Draw(byte[] seed, long present) {
        this.seeded = sha256();
        seeded.update(seed);
        this.present = present;
        this.side = root(present);
    }

    /** The place of a number, from 0. */
    long placeOf(long number) {
        long place = number;
        do {
            place = shuffled(place);
        } while (place >= present);
        return place;
    }

    private long shuffled(long pair) {
        long left = pair / side;
        long right = pair % side;
        for (int round = 0; round < ROUNDS; round++) {
            long next = Math.floorMod(left + part(round, right), side);
            left = right;
            right = next;
        }
        return left * side + right;
    }

    /** The round function: the first eight bytes of SHA-256(seed, round, number), modulo the side. */
    private long part(int round, long number) {
        MessageDigest digest = copy(seeded);
        digest.update(ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(round)
                .putLong(number)
                .flip());
        return Long.remainderUnsigned(ByteBuffer.wrap(digest.digest()).getLong(), side);
    }

    /** The smallest whole number whose square is not below. */
    private static long root(long present) {
        long root = Math.max(1, (long) Math.sqrt(present));
        while (root * root < present) root++;
        return root;
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be cloned", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
