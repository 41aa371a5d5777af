package io.marquee.pricing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether what something applies to are ticket types of its event. */
@Component
class Scopes {
    private final TypeNames types;

    Scopes(TypeNames types) {
        this.types = types;
    }

    void check(EventId event, Scope scope) {
        if (scope.types().isEmpty()) return;
        boolean known = types.of(event).stream()
                .map(TypeNames.NamedType::id)
                .collect(Collectors.toSet())
                .containsAll(scope.types());
        if (!known) throw InvalidInput.at("ticketTypes", "unknown_ticket_type");
    }
}
