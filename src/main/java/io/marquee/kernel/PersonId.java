package io.marquee.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one person's account. */
public record PersonId(@JsonValue UUID value) {

    @JsonCreator
    public static PersonId of(UUID value) {
        return new PersonId(value);
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static PersonId valueOf(String text) {
        return new PersonId(UUID.fromString(text));
    }

    public static PersonId next() {
        return new PersonId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
