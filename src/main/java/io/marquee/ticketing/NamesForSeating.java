package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import io.marquee.seating.TypesToSeat;
import java.util.List;
import org.springframework.stereotype.Component;

/** The types that can be sold with a seat. */
@Component
class NamesForSeating implements TypesToSeat {
    private final TicketTypeReads types;

    NamesForSeating(TicketTypeReads types) {
        this.types = types;
    }

    @Override
    public List<Type> of(EventId event) {
        return types.onShow(event, type -> true).stream()
                .map(type -> new Type(type.id().value(), type.name(), type.size()))
                .toList();
    }
}
