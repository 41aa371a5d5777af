package io.marquee.ordering.web;

import io.marquee.ordering.BillingDetails;
import io.marquee.ordering.BillingForm;
import io.marquee.ordering.Ordering;
import io.marquee.registration.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The buyer's details as they were typed. */
record CheckoutForm(
        String name, String email, List<Ordering.Attendee> attendees, List<Answer> answers, BillingDetails billing) {
    private static final CheckoutForm EMPTY = new CheckoutForm("", "", List.of(), List.of(), BillingDetails.EMPTY);

    static CheckoutForm empty() {
        return EMPTY;
    }

    static CheckoutForm of(Map<String, String> fields, int tickets, List<Answer> answers) {
        return new CheckoutForm(
                fields.getOrDefault("buyer.name", ""),
                fields.getOrDefault("buyer.email", ""),
                GuestFields.read(fields, tickets),
                answers,
                BillingForm.of(fields));
    }

    Ordering.Placing placing(Visit visit, Locale locale) {
        return new Ordering.Placing(
                visit.hold().id(), name, email, anyNamed() ? attendees : List.of(), answers, locale, said(visit));
    }

    /** Left empty it is no company; where an order was placed before, not any more. */
    private @Nullable BillingDetails said(Visit visit) {
        return billing.isEmpty() && visit.order() == null ? null : billing;
    }

    boolean anyNamed() {
        return GuestFields.anyNamed(attendees);
    }
}
