package io.marquee.ticketing.waiting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.marquee.kernel.Ids;
import java.util.UUID;

/** Identifies somebody's place in line; its token shows it and leaves it. */
public record EntryId(@JsonValue UUID value) {

    @JsonCreator
    public static EntryId of(UUID value) {
        return new EntryId(value);
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static EntryId valueOf(String text) {
        return new EntryId(UUID.fromString(text));
    }

    public static EntryId next() {
        return new EntryId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
