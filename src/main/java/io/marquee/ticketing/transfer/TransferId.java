package io.marquee.ticketing.transfer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.marquee.kernel.Ids;
import java.util.UUID;

/** Identifies one ticket's way to one person; its token opens the offer, and the ticket once it was accepted. */
public record TransferId(@JsonValue UUID value) {

    @JsonCreator
    public static TransferId of(UUID value) {
        return new TransferId(value);
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static TransferId valueOf(String text) {
        return new TransferId(UUID.fromString(text));
    }

    public static TransferId next() {
        return new TransferId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
