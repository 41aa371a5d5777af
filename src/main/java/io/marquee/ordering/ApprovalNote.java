package io.marquee.ordering;

import io.marquee.event.EventView;
import io.marquee.platform.web.Text;
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
    public @Nullable String of(Purchase purchase, boolean nothingNow, Text text) {
        if (!approvals.asks(purchase.hold(), purchase.order())) return null;
        EventView event = purchase.event();
        boolean reserved = purchase.hold().total().isPositive() && !nothingNow;
        String until =
                text.dateTime(moves.lapse(event, reserved), event.details().timeZone());
        return text.get(reserved ? "ordering.approval.note" : "ordering.approval.note.free", until);
    }
}
