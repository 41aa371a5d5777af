package io.marquee.ordering.web;

import io.marquee.ordering.OrderState;
import io.marquee.payment.PaymentState;
import io.marquee.payment.PaymentView;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import io.marquee.pricing.Bill;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a try to pay stands, in words.
 *
 * @param undecided whether the page should look again by itself
 * @param next the address at which the buyer goes on paying; null where there is none
 * @param canAbandon whether the attempt that waits for the buyer may be given up for another
 * @param canRetry whether the order may be paid in another attempt
 */
public record OutcomeView(
        EventSummary event,
        Bill bill,
        String path,
        Tone tone,
        String title,
        String detail,
        boolean undecided,
        @Nullable String next,
        boolean canAbandon,
        boolean canRetry,
        Instant now,
        Instant expiresAt,
        long holdSeconds) {

    /** Without a payment: the hold is at its end. */
    static OutcomeView over(Visit visit, Text text) {
        return of(visit, null, text);
    }

    static OutcomeView of(Visit visit, @Nullable PaymentView payment, Text text) {
        String case_ = key(visit, payment);
        boolean waits = payment != null && payment.state() == PaymentState.REQUIRES_ACTION;
        return new OutcomeView(
                EventSummary.of(visit.event(), text),
                Bill.of(visit.hold().items(), text),
                visit.path(),
                tone(payment),
                text.get("ordering.outcome." + case_ + ".title"),
                detail(case_, payment, text),
                payment != null && payment.state().undecided(),
                payment != null && waits ? Paying.next(visit, payment) : null,
                waits,
                visit.open() && (payment == null || !payment.state().undecided()),
                visit.now(),
                visit.hold().expiresAt(),
                visit.holdSeconds());
    }

    private static String key(Visit visit, @Nullable PaymentView payment) {
        PaymentState state = payment == null ? PaymentState.CANCELLED : payment.state();
        return switch (state) {
            case REQUIRES_ACTION -> "unfinished";
            case CREATED, PROCESSING, AUTHORISED -> "undecided";
            case SUCCEEDED -> "late";
            case FAILED -> visit.open() ? "declined" : "declined_over";
            case CANCELLED -> visit.open() ? "abandoned" : ended(visit);
        };
    }

    private static String ended(Visit visit) {
        boolean givenUp = visit.order() != null && visit.order().state() == OrderState.CANCELLED
                || visit.hold().state() == io.marquee.ticketing.HoldState.RELEASED;
        return givenUp ? "released" : "expired";
    }

    private static String detail(String case_, @Nullable PaymentView payment, Text text) {
        String detail = text.get("ordering.outcome." + case_ + ".detail");
        String failure = payment == null || payment.failureCode() == null || payment.state() != PaymentState.FAILED
                ? null
                : "payment.failure." + payment.failureCode();
        return failure != null && text.has(failure) ? text.get(failure) + " " + detail : detail;
    }

    private static Tone tone(@Nullable PaymentView payment) {
        if (payment == null) return Tone.INFO;
        return switch (payment.state()) {
            case FAILED -> Tone.BAD;
            case SUCCEEDED, REQUIRES_ACTION -> Tone.WARN;
            case CREATED, PROCESSING, AUTHORISED, CANCELLED -> Tone.INFO;
        };
    }
}
