package io.marquee.media;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.marquee.kernel.Ids;
import java.util.UUID;

/** Identifies an uploaded image. */
public record MediaId(@JsonValue UUID value) {

    @JsonCreator
    public static MediaId of(UUID value) {
        return new MediaId(value);
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static MediaId valueOf(String text) {
        return new MediaId(UUID.fromString(text));
    }

    public static MediaId next() {
        return new MediaId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
