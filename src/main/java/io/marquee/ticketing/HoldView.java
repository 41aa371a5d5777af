package io.marquee.ticketing;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.pricing.NamedCost;
import io.marquee.pricing.QuoteLine;
import io.marquee.seating.SeatName;
import java.time.Instant;
import java.util.List;

/**
 * Tickets kept for one buyer. All lines share the currency of {@code total}.
 *
 * @param seats in the order of the tickets; empty where nobody sits
 */
public record HoldView(
        HoldId id,
        EventId event,
        OrganizationId organization,
        HoldState state,
        Instant createdAt,
        Instant expiresAt,
        List<Line> items,
        Money total,
        List<SeatName> seats) {

    /** One that begins now. */
    static HoldView fresh(EventView event, Priced priced, List<SeatName> seats, Instant at) {
        return new HoldView(
                HoldId.next(),
                event.id(),
                event.organization(),
                HoldState.ACTIVE,
                at,
                at.plus(HoldBatch.LENGTH),
                priced.lines(),
                total(priced.lines()),
                seats);
    }

    public static Money total(List<Line> lines) {
        return lines.stream()
                .map(line -> line.cost().total())
                .reduce(Money::plus)
                .orElseThrow();
    }

    /** @param name as it was when the hold was taken, like what it costs */
    public record Line(TicketTypeId ticketType, String name, QuoteLine cost) implements NamedCost {
        public int quantity() {
            return cost.quantity();
        }

        /** Of one, before discounts, taxes and fees. */
        public Money price() {
            return cost.price();
        }
    }
}
