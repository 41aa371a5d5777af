package io.marquee.ordering.web;

import io.marquee.payment.PaymentForm;
import io.marquee.platform.web.Text;
import io.marquee.pricing.Bill;
import java.time.Instant;

/**
 * Paying on our own page, in a form that the provider's script draws.
 *
 * @param back absolute: where the script leads when it is done
 * @param provider its name for people
 * @param asks whether the team is asked first: what is paid is only reserved
 * @param elsewhere whether the provider has a page of its own to pay on
 */
public record PayView(
        EventSummary event,
        Bill bill,
        String path,
        String back,
        PaymentForm form,
        String total,
        String provider,
        boolean elsewhere,
        boolean asks,
        Instant now,
        Instant expiresAt,
        long holdSeconds) {

    static PayView of(Visit visit, PaymentForm form, String baseUrl, boolean elsewhere, Text text) {
        Bill bill = Bill.of(visit.hold().items(), text);
        return new PayView(
                EventSummary.of(visit.event(), text),
                bill,
                visit.path(),
                baseUrl + visit.path() + "/return",
                form,
                bill.total(),
                text.get("payment.provider." + form.provider()),
                elsewhere,
                visit.order() != null && visit.order().asksFirst(),
                visit.now(),
                visit.hold().expiresAt(),
                visit.holdSeconds());
    }
}
