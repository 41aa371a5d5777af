package io.marquee.ticketing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.marquee.kernel.Ids;
import java.util.UUID;

/** Identifies one person's right to enter. */
public record TicketId(@JsonValue UUID value) {

    @JsonCreator
    public static TicketId of(UUID value) {
        return new TicketId(value);
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static TicketId valueOf(String text) {
        return new TicketId(UUID.fromString(text));
    }

    public static TicketId next() {
        return new TicketId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
