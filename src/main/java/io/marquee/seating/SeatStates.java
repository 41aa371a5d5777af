package io.marquee.seating;

import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;

/**
 * Which seats can't be had: a bit for each seat in the order of the plan.
 *
 * @param version of the plan that the bits are in the order of
 */
public record SeatStates(int version, BitSet taken, int size) {

    public boolean isFree(int number) {
        return !taken.get(number);
    }

    public int free() {
        return size - taken.cardinality();
    }

    /** The bits as bytes, the first seat in the lowest bit of the first byte. */
    public String base64() {
        return Base64.getEncoder().encodeToString(Arrays.copyOf(taken.toByteArray(), (size + 7) / 8));
    }

    /** Changes whenever anything of it does. */
    public String etag() {
        return "\"%d-%x-%x\"".formatted(version, taken.cardinality(), Arrays.hashCode(taken.toLongArray()));
    }
}
