package io.marquee.pricing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;
import java.util.UUID;

/** What something applies to. @param types ids of ticket types; none for all of the event */
public record Scope(@JsonValue Set<UUID> types) {
    public static final Scope ALL = new Scope(Set.of());

    @JsonCreator
    public Scope {
        types = Set.copyOf(types);
    }

    public boolean covers(UUID type) {
        return types.isEmpty() || types.contains(type);
    }
}
