package io.marquee.payment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.marquee.kernel.Ids;
import java.util.UUID;

/** Identifies one attempt to pay one order. */
public record PaymentId(@JsonValue UUID value) {

    @JsonCreator
    public static PaymentId of(UUID value) {
        return new PaymentId(value);
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static PaymentId valueOf(String text) {
        return new PaymentId(UUID.fromString(text));
    }

    public static PaymentId next() {
        return new PaymentId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
