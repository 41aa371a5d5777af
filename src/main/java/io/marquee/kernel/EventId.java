package io.marquee.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one event. */
public record EventId(@JsonValue UUID value) {

    @JsonCreator
    public static EventId of(UUID value) {
        return new EventId(value);
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static EventId valueOf(String text) {
        return new EventId(UUID.fromString(text));
    }

    public static EventId next() {
        return new EventId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
