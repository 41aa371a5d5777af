package io.marquee.ordering.web;

import io.marquee.kernel.Money;
import io.marquee.kernel.Wire;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.RefundRequestView;
import io.marquee.ordering.web.OrderPage.Note;
import io.marquee.payment.DisputeView;
import io.marquee.payment.RefundState;
import io.marquee.payment.RefundView;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import java.util.ArrayList;
import java.util.List;

/** Where an order's money is, in sentences for its buyer. */
final class MoneyNotes {
    private MoneyNotes() {}

    static List<Note> of(
            OrderView order,
            List<RefundView> refunds,
            List<RefundRequestView> requests,
            List<DisputeView> disputes,
            Text text) {
        List<Note> notes = new ArrayList<>();
        disputes.forEach(dispute -> notes.add(dispute(dispute, text)));
        for (RefundView refund : refunds) {
            String amount = text.money(refund.amount());
            if (refund.state() == RefundState.SUCCEEDED) {
                notes.add(new Note(Tone.GOOD, text.get("ordering.money.refunded", amount)));
            } else if (refund.state() != RefundState.DECLINED) {
                // one that failed is the team's to mend: for the buyer it is still on its way
                notes.add(new Note(Tone.INFO, text.get("ordering.money.returning", amount)));
            }
        }
        if (!requests.isEmpty()) request(requests.getFirst(), order.total(), notes, text);
        return notes;
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
            notes.add(new Note(Tone.INFO, text.get("ordering.money.asked")));
        } else if (request.approved()) {
            if (request.note() != null)
                notes.add(new Note(Tone.GOOD, text.get("ordering.money.approved", request.note())));
        } else {
            String note = request.note() == null ? "" : request.note();
            notes.add(new Note(Tone.WARN, text.get("ordering.money.declined", note)));
        }
    }
}
