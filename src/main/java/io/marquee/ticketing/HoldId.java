package io.marquee.ticketing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.marquee.kernel.Ids;
import java.util.UUID;

/** Identifies tickets kept for one buyer; its token opens the hold and its order. */
public record HoldId(@JsonValue UUID value) {

    @JsonCreator
    public static HoldId of(UUID value) {
        return new HoldId(value);
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static HoldId valueOf(String text) {
        return new HoldId(UUID.fromString(text));
    }

    public static HoldId next() {
        return new HoldId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
