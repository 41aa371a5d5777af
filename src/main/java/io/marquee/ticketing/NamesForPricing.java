package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import io.marquee.pricing.TypeNames;
import java.util.List;
import org.springframework.stereotype.Component;

/** The types that an event's team can set prices for. */
@Component
class NamesForPricing implements TypeNames {
    private final TicketTypeReads types;

    NamesForPricing(TicketTypeReads types) {
        this.types = types;
    }

    @Override
    public List<NamedType> of(EventId event) {
        return types.everything(event).stream()
                .map(type -> new NamedType(type.id().value(), type.name(), type.archived()))
                .toList();
    }

    @Override
    public String currency(EventId event) {
        return types.everything(event).stream()
                .findFirst()
                .map(type -> type.price().currency().getCurrencyCode())
                .orElse("EUR");
    }
}
