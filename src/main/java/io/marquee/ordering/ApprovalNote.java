package io.marquee.ordering;

import io.marquee.event.EventView;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.HoldView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the buyer that the team decides about their order, and that nothing is taken before. */
@Component
class ApprovalNote implements CheckoutNote {
    private final Approvals approvals;
    private final ApprovalMoves moves;

    ApprovalNote(Approvals approvals, ApprovalMoves moves) {
        this.approvals = approvals;
        this.moves = moves;
    }

    @Override
    public @Nullable String of(EventView event, HoldView hold, Text text) {
        if (!approvals.asks(hold)) return null;
        boolean paid = hold.total().isPositive();
        String until = text.dateTime(moves.lapse(event, paid), event.details().timeZone());
        return text.get(paid ? "ordering.approval.note" : "ordering.approval.note.free", until);
    }
}
