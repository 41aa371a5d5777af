package io.marquee.checkin.list;

import io.marquee.kernel.InvalidInput;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A list as the organizer makes it; see {@link CheckInList}. */
public record ListDetails(
        String name,
        @Nullable ListKind kind,
        @Nullable ListRule rule,
        List<UUID> ticketTypes,
        List<String> gates,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Integer capacity) {
    private static final int LONGEST = 60;
    private static final int MOST_GATES = 20;

    public ListDetails {
        name = name.strip();
        gates = gates.stream()
                .map(String::strip)
                .filter(gate -> !gate.isEmpty())
                .distinct()
                .toList();
        ticketTypes = ticketTypes.stream().distinct().toList();
    }

    void check(Collection<UUID> types) {
        InvalidInput.gather()
                .check(!name.isEmpty(), "name", "required")
                .check(fits(name), "name", "length")
                .check(kind != null, "kind", "required")
                .check(rule != null, "rule", "required")
                .check(types.containsAll(ticketTypes), "ticketTypes", "value")
                .check(gates.size() <= MOST_GATES && gates.stream().allMatch(ListDetails::fits), "gates", "length")
                .check(opensAt == null || closesAt == null || closesAt.isAfter(opensAt), "closesAt", "list_closes")
                .check(capacity == null || capacity > 0, "capacity", "value")
                // nobody would ever leave the room
                .check(capacity == null || rule == ListRule.RE_ENTRY, "capacity", "list_capacity")
                .orThrow();
    }

    private static boolean fits(String words) {
        return words.length() <= LONGEST && words.chars().noneMatch(Character::isISOControl);
    }
}
