package io.marquee.ordering;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.marquee.kernel.Ids;
import java.util.UUID;

/** Identifies what one buyer bought at once. */
public record OrderId(@JsonValue UUID value) {

    @JsonCreator
    public static OrderId of(UUID value) {
        return new OrderId(value);
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static OrderId valueOf(String text) {
        return new OrderId(UUID.fromString(text));
    }

    public static OrderId next() {
        return new OrderId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
