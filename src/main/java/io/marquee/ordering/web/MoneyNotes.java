package io.marquee.ordering.web;

import io.marquee.event.EventView;
import io.marquee.kernel.Money;
import io.marquee.kernel.Wire;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.RefundRequestView;
import io.marquee.ordering.ReturnView;
import io.marquee.ordering.StakedTickets;
import io.marquee.ordering.web.OrderPage.Note;
import io.marquee.payment.DisputeView;
import io.marquee.payment.Payments;
import io.marquee.payment.RefundState;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Where an order's money is, in sentences for its buyer. */
@Component
class MoneyNotes {
    private final OrderReads orders;
    private final Payments payments;
    private final List<StakedTickets> staked;
    private final Acting acting;

    MoneyNotes(OrderReads orders, Payments payments, List<StakedTickets> staked, Acting acting) {
        this.orders = orders;
        this.payments = payments;
        this.staked = staked;
        this.acting = acting;
    }

    /** For whoever may see the order. */
    List<Note> of(EventView event, OrderView order, List<RefundRequestView> requests, Text text) {
        List<Note> notes = new ArrayList<>();
        if (order.approval() != null && !order.approval().note().isEmpty())
            notes.add(new Note(
                    Tone.INFO,
                    text.get("ordering.approval.says", order.approval().note())));
        staked.forEach(module -> module.told(event, order.id(), null, text)
                .forEach(told -> notes.add(new Note(told.tone(), told.words()))));
        acting.asSystem(
                        order.organization(),
                        () -> payments.disputesOfOrder(order.id().value()))
                .forEach(dispute -> notes.add(dispute(dispute, text)));
        String by = orders.atCounter(order) == null ? "" : "counter.";
        returns(order).forEach(back -> notes.add(back(back, by, text)));
        if (!requests.isEmpty()) request(requests.getFirst(), order.total(), notes, text);
        return notes;
    }

    /** What was let go of a reservation never left the buyer: of such an order only what a provider sent back is told. */
    private List<ReturnView> returns(OrderView order) {
        List<ReturnView> all = orders.allReturns(order);
        if (order.reservation() == null) return all;
        Set<UUID> sent = payments.refundsOfOrder(order.id().value()).stream()
                .map(refund -> refund.id().value())
                .collect(Collectors.toSet());
        return all.stream().filter(back -> sent.contains(back.id())).toList();
    }

    /** One that failed is the team's to mend: for the buyer it is still on its way. */
    private static Note back(ReturnView back, String by, Text text) {
        String amount = text.money(back.amount());
        return back.state() == RefundState.SUCCEEDED
                ? new Note(Tone.GOOD, text.get("ordering.money." + by + "refunded", amount))
                : new Note(Tone.INFO, text.get("ordering.money." + by + "returning", amount));
    }

    private static Note dispute(DisputeView dispute, Text text) {
        Tone tone = switch (dispute.state()) {
            case NEEDS_RESPONSE, UNDER_REVIEW -> Tone.WARN;
            case WON, LOST -> Tone.INFO;
        };
        return new Note(
                tone, text.get("ordering.money.dispute." + Wire.name(dispute.state()), text.money(dispute.amount())));
    }

    private static void request(RefundRequestView request, Money total, List<Note> notes, Text text) {
        if (request.open()) {
            notes.add(new Note(
                    Tone.INFO,
                    request.tickets() == null
                            ? text.get("ordering.money.asked")
                            : text.get(
                                    "ordering.money.asked_some",
                                    request.tickets().size())));
        } else if (request.approved()) {
            if (request.note() != null)
                notes.add(new Note(Tone.GOOD, text.get("ordering.money.approved", request.note())));
        } else {
            String note = request.note() == null ? "" : request.note();
            notes.add(new Note(Tone.WARN, text.get("ordering.money.declined", note)));
        }
    }
}
