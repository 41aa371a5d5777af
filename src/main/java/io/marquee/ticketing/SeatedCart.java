package io.marquee.ticketing;

import io.marquee.event.EventView;
import io.marquee.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A cart with seats that waits for its outcome, and what it tries for just now. */
final class SeatedCart {
    final Priced priced;
    private List<HeldSeats.Sold> seats = List.of();
    private @Nullable HoldView hold;
    private HoldBatch.@Nullable Outcome outcome;

    SeatedCart(Priced priced) {
        this.priced = priced;
    }

    /** @param chosen none where there are not enough */
    void choose(EventView event, List<HeldSeats.Sold> chosen, Instant at) {
        seats = chosen;
        hold = chosen.isEmpty()
                ? null
                : HoldView.fresh(
                        event, priced, chosen.stream().map(HeldSeats.Sold::seat).toList(), at);
    }

    boolean hasChosen() {
        return hold != null;
    }

    HoldView hold() {
        return Objects.requireNonNull(hold);
    }

    List<HeldSeats.Sold> seats() {
        return seats;
    }

    List<UUID> seatIds() {
        return seats.stream().map(sold -> sold.seat().id()).toList();
    }

    /** Those that it has chosen, and those that its buyer picked. */
    List<UUID> wantedSeats() {
        return Stream.concat(seatIds().stream(), priced.cart().items().stream().flatMap(item -> item.seats().stream()))
                .toList();
    }

    boolean undecided() {
        return outcome == null;
    }

    HoldBatch.Outcome outcome() {
        return Objects.requireNonNull(outcome);
    }

    void taken() {
        outcome = new HoldBatch.Taken(hold());
    }

    void refuse(Refusal refusal) {
        outcome = new HoldBatch.TooLittle(refusal);
    }

    String nameOf(TicketTypeId type) {
        return priced.lines().stream()
                .filter(line -> line.ticketType().equals(type))
                .map(HoldView.Line::name)
                .findFirst()
                .orElse("");
    }
}
