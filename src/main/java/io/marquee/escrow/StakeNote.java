package io.marquee.escrow;

import io.marquee.event.EventView;
import io.marquee.kernel.Money;
import io.marquee.ordering.CheckoutNote;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.StakedTypes;
import io.marquee.ticketing.TicketTypeId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the buyer before they pay what becomes of their stake, and when. */
@Component
class StakeNote implements CheckoutNote {
    private final StakedTypes types;
    private final Stakes stakes;

    StakeNote(StakedTypes types, Stakes stakes) {
        this.types = types;
        this.stakes = stakes;
    }

    @Override
    public @Nullable String of(EventView event, HoldView hold, Text text) {
        Set<TicketTypeId> staked =
                types.among(hold.items().stream().map(HoldView.Line::ticketType).toList());
        List<HoldView.Line> lines = hold.items().stream()
                .filter(line -> staked.contains(line.ticketType()))
                .toList();
        Money sum = lines.stream()
                .map(line -> line.cost().total())
                .reduce(Money.zero(hold.total().currency()), Money::plus);
        if (sum.isZero()) return null;
        return text.get(
                "escrow.checkout",
                text.money(sum),
                StakeMoves.GRACE.toMinutes(),
                stakes.terms(event.id()).delayHours());
    }
}
