package io.marquee.escrow;

import io.marquee.checkin.UndoNote;
import io.marquee.ticketing.TicketId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the door what a check-in that was taken back means for the stake: money that has gone back stays where it is. */
@Component
class StakeUndoNote implements UndoNote {
    private final StakeRows rows;

    StakeUndoNote(StakeRows rows) {
        this.rows = rows;
    }

    @Override
    public @Nullable String of(TicketId ticket) {
        StakeView stake = rows.byTicket(ticket);
        if (stake == null) return null;
        return stake.state() == StakeState.HELD ? "stake_held" : "stake_stays_returned";
    }
}
