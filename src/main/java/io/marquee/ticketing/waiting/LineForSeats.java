package io.marquee.ticketing.waiting;

import io.marquee.kernel.EventId;
import io.marquee.seating.SeatsInLine;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Seats that come to an event's plan are offered to those who wait for them. */
@Component
class LineForSeats implements SeatsInLine {
    private final WaitingRows rows;

    LineForSeats(WaitingRows rows) {
        this.rows = rows;
    }

    @Override
    public void offer(EventId event, List<UUID> unblocked) {
        rows.offerSeats(event, unblocked);
    }
}
