package io.marquee.ordering.web.manage;

import io.marquee.ordering.OrderView;
import io.marquee.ordering.RefundPlan;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.TicketView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a refund would do, in words for the team. */
final class RefundSentences {
    private RefundSentences() {}

    /** @param handsOut of a sale at the counter, whether it is handed out at once; null for any other */
    static List<String> of(OrderView order, RefundPlan plan, @Nullable Boolean handsOut, Text text) {
        List<String> all = new ArrayList<>();
        if (plan.amount().isPositive()) {
            all.add(text.get("ordering.refund.gets", order.buyerName(), text.money(plan.amount())));
            if (handsOut != null) all.add(text.get("ordering.refund.cash." + (handsOut ? "now" : "later") + ".hint"));
            if (plan.keeps().isPositive()) all.add(text.get("ordering.refund.keeps", text.money(plan.keeps())));
        }
        int ending = plan.ending().size();
        if (ending > 0) {
            all.add(text.get(
                    "ordering.refund.ends",
                    ending,
                    plan.ending().stream()
                            .map(TicketView::holderName)
                            .distinct()
                            .collect(Collectors.joining(", "))));
            all.add(text.get(plan.returnStock() ? "ordering.refund.returns" : "ordering.refund.stays_taken", ending));
        }
        if (plan.staying() > 0) all.add(text.get("ordering.refund.staying", plan.staying()));
        return all;
    }

    /** The same for a request, whose stock is decided with the answer. */
    static List<String> ofRequest(OrderView order, RefundPlan plan, Text text) {
        List<String> all = new ArrayList<>();
        if (plan.amount().isPositive()) {
            all.add(text.get("ordering.refund.gets", order.buyerName(), text.money(plan.amount())));
        }
        plan.ending()
                .forEach(ticket -> all.add(text.get(
                        "ordering.refund.ends_one", ticket.holderName(), ticket.typeAndSeat(text), ticket.code())));
        if (plan.staying() > 0) all.add(text.get("ordering.refund.staying", plan.staying()));
        return all;
    }
}
