package io.marquee.ticketing;

import io.marquee.audit.History;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.seating.Seats;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The ends of active holds, each a compare-and-set with its history, in the transaction of whoever decided. */
@Component
class HoldEnding {
    private final HoldRows rows;
    private final Seats seats;
    private final History history;
    private final ApplicationEventPublisher publisher;

    HoldEnding(HoldRows rows, Seats seats, History history, ApplicationEventPublisher publisher) {
        this.rows = rows;
        this.seats = seats;
        this.history = history;
        this.publisher = publisher;
    }

    /** @return false when the hold was not active any more */
    boolean consume(HoldView hold) {
        return !move(List.of(hold.id().value()), hold.organization(), hold.event(), HoldState.CONSUMED, null)
                .isEmpty();
    }

    /** Many at once: claims each for its buyer and consumes it. @return those that could be, without asking twice */
    Set<HoldId> sell(List<Holds.Sale> sales, Instant at) {
        Set<HoldId> sold = rows.sell(
                sales.stream().map(sale -> sale.hold().id()).toList(),
                sales.stream().map(Holds.Sale::buyerEmail).toList(),
                at);
        history.record(sales.stream()
                .filter(sale -> sold.contains(sale.hold().id()))
                .map(sale -> new History.Move(
                        new History.Subject(
                                "hold",
                                sale.hold().id().value(),
                                sale.hold().organization(),
                                sale.hold().event()),
                        HoldState.ACTIVE,
                        HoldState.CONSUMED,
                        null,
                        sale.by()))
                .toList());
        return sold;
    }

    void release(HoldView hold) {
        release(List.of(hold.id().value()), hold.organization(), hold.event(), null);
    }

    /** The event does not take place. */
    void releaseAll(EventId event, OrganizationId organization) {
        release(rows.lockActive(event), organization, event, "event_cancelled");
    }

    private void release(List<UUID> holds, OrganizationId organization, EventId event, @Nullable String reason) {
        List<UUID> released = move(holds, organization, event, HoldState.RELEASED, reason);
        if (!released.isEmpty()) giveBack(released);
    }

    /** The stock goes back last: the quotas stay locked for as short as can be. @return how many ended */
    int expire(List<UUID> holds, OrganizationId organization, EventId event) {
        List<UUID> expired = move(holds, organization, event, HoldState.EXPIRED, null);
        expired.forEach(
                hold -> publisher.publishEvent(new TicketingEvent.HoldExpired(new HoldId(hold), event, organization)));
        if (!expired.isEmpty()) giveBack(expired);
        return expired.size();
    }

    /** Seats before quotas, as they are taken. */
    private void giveBack(List<UUID> holds) {
        List<UUID> vacated = seats.vacate(holds);
        rows.giveBack(holds);
        seats.passedOn(vacated);
    }

    private List<UUID> move(
            List<UUID> holds, OrganizationId organization, EventId event, HoldState to, @Nullable String reason) {
        List<UUID> moved = holds.isEmpty() ? holds : rows.move(holds, HoldState.ACTIVE, to);
        if (!moved.isEmpty()) {
            history.record(
                    new History.Subject("hold", moved.getFirst(), organization, event),
                    moved,
                    HoldState.ACTIVE,
                    to,
                    reason);
        }
        return moved;
    }
}
