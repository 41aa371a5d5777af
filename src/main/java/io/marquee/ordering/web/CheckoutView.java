package io.marquee.ordering.web;

import io.marquee.ordering.BillingForm;
import io.marquee.payment.PaymentMethodView;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import io.marquee.pricing.Bill;
import io.marquee.registration.AnswerForm;
import io.marquee.registration.AnswerGroup;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form that turns a hold into an order.
 *
 * @param again where tickets are chosen anew
 * @param guests a pair of fields for each ticket; none for a single one
 * @param seats that are held; none where nobody sits
 * @param guestsOpen whether somebody was named already
 * @param questions what the event asks
 * @param billing whom an invoice is for; none where nothing is to be paid
 * @param billingOpen whether somebody was named already
 * @param provider how to pay, where there is a choice, kept methods first; null where there is none
 * @param only the provider, where there is one only
 * @param keep whether to keep the method for the next time; null where nobody is signed in or none can be kept
 * @param notes what else to know before paying
 * @param nothingNow whether nothing is taken when they confirm
 * @param asks whether the team is asked first
 * @param paused why nothing can be paid for the moment; null while it can
 */
public record CheckoutView(
        EventSummary event,
        Bill bill,
        String path,
        String again,
        Instant now,
        Instant expiresAt,
        long holdSeconds,
        Field name,
        Field email,
        List<GuestFields> guests,
        boolean guestsOpen,
        List<String> seats,
        List<AnswerGroup> questions,
        List<Field> billing,
        boolean billingOpen,
        @Nullable Field provider,
        @Nullable String only,
        List<String> notes,
        boolean nothingNow,
        boolean asks,
        @Nullable String paused,
        @Nullable Field keep,
        FieldErrors errors) {

    static CheckoutView of(
            Visit visit,
            CheckoutForm form,
            AnswerForm questions,
            List<String> providers,
            boolean paused,
            boolean canKeep,
            List<PaymentMethodView> kept,
            List<String> notes,
            boolean nothingNow,
            boolean asks,
            FieldErrors errors,
            Text text) {
        boolean paid = visit.hold().total().isPositive();
        return new CheckoutView(
                EventSummary.of(visit.event(), text),
                Bill.of(visit.hold().items(), text),
                visit.path(),
                visit.eventPath(),
                visit.now(),
                visit.hold().expiresAt(),
                visit.holdSeconds(),
                Field.text("buyer.name", text.get("ordering.checkout.name"))
                        .with("autocomplete", "name")
                        .with("maxlength", "120")
                        .value(form.name())
                        .error(errors.of("buyer.name"))
                        .required(),
                Field.email("buyer.email", text.get("ordering.checkout.email"))
                        .hint(text.get("ordering.checkout.email.hint"))
                        .value(form.email())
                        .error(errors.of("buyer.email"))
                        .required(),
                GuestFields.of(visit.hold(), form.attendees(), errors, text),
                form.anyNamed(),
                visit.hold().seats().stream().map(seat -> seat.words(text)).toList(),
                questions.groups(form.answers(), errors, text),
                paid ? BillingForm.fields(form.billing(), errors, text) : List.of(),
                !form.billing().isEmpty(),
                paid ? choice(kept, providers, text) : null,
                paid && providers.size() == 1 && kept.isEmpty() ? providers.getFirst() : null,
                notes,
                nothingNow,
                asks,
                paid && (paused || providers.isEmpty()) ? paused(visit, paused, text) : null,
                paid && canKeep ? keep(text) : null,
                errors);
    }

    private static Field keep(Text text) {
        return Field.checkbox("keepMethod", text.get("ordering.checkout.keep"))
                .hint(text.get("ordering.checkout.keep.hint"));
    }

    /** Whose words on the button say what it does: {@code request}, {@code get}, {@code keep} or {@code pay}. */
    public String button() {
        if (asks) return "ordering.checkout.request";
        if (bill.free()) return "ordering.checkout.get";
        return nothingNow ? "ordering.checkout.keep_card" : "ordering.checkout.pay";
    }

    /** Nobody sends an order that can't be paid: who could, waits, and keeps the cart. */
    public boolean sendable() {
        return bill.free() || provider != null || only != null;
    }

    private static String paused(Visit visit, boolean forNow, Text text) {
        return text.get(
                forNow ? "ordering.checkout.paused" : "ordering.checkout.no_way_to_pay",
                text.dateTime(visit.hold().expiresAt(), visit.event().details().timeZone()));
    }

    private static @Nullable Field choice(List<PaymentMethodView> kept, List<String> providers, Text text) {
        if (!kept.isEmpty()) return KeptChoice.field(kept, providers, text);
        else if (providers.size() < 2) return null;
        return Field.choices(
                        "provider",
                        text.get("ordering.checkout.provider"),
                        providers.stream()
                                .map(p -> Option.of(p, text.get("ordering.checkout.provider." + p)))
                                .toList())
                .value(providers.getFirst())
                .required();
    }
}
