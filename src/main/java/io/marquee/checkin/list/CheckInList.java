package io.marquee.checkin.list;

import io.marquee.ticketing.TicketTypeId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list with its rules.
 *
 * @param ticketTypes empty for all
 * @param gates empty for everywhere
 * @param capacity how many may be inside at once; null for no limit
 */
public record CheckInList(
        UUID id,
        String name,
        ListKind kind,
        ListRule rule,
        List<UUID> ticketTypes,
        List<String> gates,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Integer capacity) {

    public boolean isAt(String gate) {
        return gates.isEmpty() || gates.stream().anyMatch(own -> own.equalsIgnoreCase(gate.strip()));
    }

    /** @param addOn whether it is something beside an admission: that counts only where a list names it */
    public boolean takes(TicketTypeId type, boolean addOn) {
        return ticketTypes.isEmpty() ? !addOn : ticketTypes.contains(type.value());
    }

    public boolean isOpen(Instant at) {
        return (opensAt == null || !at.isBefore(opensAt)) && (closesAt == null || at.isBefore(closesAt));
    }
}
