package io.marquee.conversation.blast;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.marquee.kernel.Ids;
import java.util.UUID;

/** Identifies a blast; its token opens it for whoever got it. */
public record BlastId(@JsonValue UUID value) {

    @JsonCreator
    public static BlastId of(UUID value) {
        return new BlastId(value);
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static BlastId valueOf(String text) {
        return new BlastId(UUID.fromString(text));
    }

    static BlastId next() {
        return new BlastId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
