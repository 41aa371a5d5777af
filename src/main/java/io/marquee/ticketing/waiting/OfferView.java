package io.marquee.ticketing.waiting;

import io.marquee.seating.SeatName;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.HoldState;
import java.time.Instant;
import java.util.List;

/**
 * Places that were offered to somebody in line: a hold of theirs.
 *
 * @param state of the hold: active while it is open, consumed once it was bought
 * @param seats that are offered; empty where nobody sits
 */
public record OfferView(
        HoldId hold,
        EntryId entry,
        int quantity,
        HoldState state,
        Instant createdAt,
        Instant expiresAt,
        List<SeatName> seats) {
    public boolean open(Instant now) {
        return state == HoldState.ACTIVE && now.isBefore(expiresAt);
    }
}
