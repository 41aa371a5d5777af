package io.marquee.escrow;

import io.marquee.event.EventView;
import io.marquee.kernel.Money;
import io.marquee.ordering.CheckoutNote;
import io.marquee.payment.Payments;
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
    private final StakesReserved reserved;
    private final Payments payments;

    StakeNote(StakedTypes types, Stakes stakes, StakesReserved reserved, Payments payments) {
        this.types = types;
        this.stakes = stakes;
        this.reserved = reserved;
        this.payments = payments;
    }

    @Override
    public @Nullable String of(Purchase purchase, boolean nothingNow, Text text) {
        HoldView hold = purchase.hold();
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
                words(purchase),
                text.money(sum),
                StakeMoves.GRACE.toMinutes(),
                stakes.terms(purchase.event().id()).delayHours());
    }

    @Override
    public boolean nothingNow(Purchase purchase) {
        List<String> ways = payments.offered(purchase.event().organization());
        return purchase.hold().total().isPositive()
                && !purchase.approved()
                && !ways.isEmpty()
                && reserved.keeps(purchase.event(), all(purchase.hold()))
                && ways.stream().allMatch(payments::setsUp);
    }

    private static List<TicketTypeId> all(HoldView hold) {
        return hold.items().stream().map(HoldView.Line::ticketType).toList();
    }

    /** A way to pay that can't reserve charges it: where there are both kinds, the buyer has not chosen yet. */
    private String words(Purchase purchase) {
        if (purchase.approved()) return "escrow.checkout";
        EventView event = purchase.event();
        List<TicketTypeId> all = all(purchase.hold());
        List<String> ways = payments.offered(event.organization());
        if (nothingNow(purchase)) return "escrow.checkout.kept";
        if (reserved.keeps(event, all) && ways.stream().anyMatch(payments::setsUp))
            return "escrow.checkout.kept_either";
        boolean some = ways.stream().anyMatch(payments::reserves);
        if (!some || !reserved.reserves(event, all)) return "escrow.checkout";
        return ways.stream().allMatch(payments::reserves) ? "escrow.checkout.reserved" : "escrow.checkout.either";
    }
}
