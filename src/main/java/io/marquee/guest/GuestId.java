package io.marquee.guest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.marquee.kernel.Ids;
import java.util.UUID;

/** Identifies a guest; its token opens their answer. */
public record GuestId(@JsonValue UUID value) {

    @JsonCreator
    public static GuestId of(UUID value) {
        return new GuestId(value);
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static GuestId valueOf(String text) {
        return new GuestId(UUID.fromString(text));
    }

    public static GuestId next() {
        return new GuestId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
