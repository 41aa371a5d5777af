package io.marquee.payment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.marquee.kernel.Ids;
import java.util.UUID;

/** Identifies money on its way back. */
public record RefundId(@JsonValue UUID value) {

    @JsonCreator
    public static RefundId of(UUID value) {
        return new RefundId(value);
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static RefundId valueOf(String text) {
        return new RefundId(UUID.fromString(text));
    }

    public static RefundId next() {
        return new RefundId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
