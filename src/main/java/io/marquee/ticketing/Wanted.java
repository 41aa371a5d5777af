package io.marquee.ticketing;

import io.marquee.kernel.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * So many of one type.
 *
 * @param price of one, where the buyer chooses it
 * @param seats that were picked; empty where none are
 */
public record Wanted(
        TicketTypeId ticketType, int quantity, @Nullable Money price, List<UUID> seats) {
    public Wanted {
        seats = List.copyOf(seats);
    }

    public Wanted(TicketTypeId ticketType, int quantity) {
        this(ticketType, quantity, null, List.of());
    }
}
