package io.marquee.registration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.marquee.kernel.Ids;
import java.util.UUID;

/** Identifies a question of one event. */
public record QuestionId(@JsonValue UUID value) {

    @JsonCreator
    public static QuestionId of(UUID value) {
        return new QuestionId(value);
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static QuestionId valueOf(String text) {
        return new QuestionId(UUID.fromString(text));
    }

    static QuestionId next() {
        return new QuestionId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
