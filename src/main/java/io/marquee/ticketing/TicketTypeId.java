package io.marquee.ticketing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.marquee.kernel.Ids;
import java.util.UUID;

/** Identifies a kind of admission to one event. */
public record TicketTypeId(@JsonValue UUID value) {

    @JsonCreator
    public static TicketTypeId of(UUID value) {
        return new TicketTypeId(value);
    }

    /** @throws IllegalArgumentException when the text is no UUID */
    public static TicketTypeId valueOf(String text) {
        return new TicketTypeId(UUID.fromString(text));
    }

    public static TicketTypeId next() {
        return new TicketTypeId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
