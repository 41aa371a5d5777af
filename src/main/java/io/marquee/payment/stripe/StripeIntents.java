package io.marquee.payment.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import io.marquee.kernel.Money;
import io.marquee.payment.provider.CaptureRequest;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.provider.ChargeFact.Standing;
import io.marquee.payment.provider.ChargeRef;
import io.marquee.payment.provider.ChargeRequest;
import io.marquee.payment.provider.ChargeRequest.Capture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Charges that are paid on our own page, in an app, or with a method that is kept. With Stripe an intent whose card was
 * declined waits for another card; with us that is another attempt, so the intent is cancelled before we call it failed.
 */
@Component
class StripeIntents {
    /** A customer has hardly ever begun so many payments since this one. */
    private static final long NEWEST = 100;

    private final StripeApi api;
    private final ChargeFacts facts;

    StripeIntents(StripeApi api, ChargeFacts facts) {
        this.api = api;
        this.facts = facts;
    }

    ChargeFact start(ChargeRequest request) {
        try {
            return settled(create(request, true), request.account());
        } catch (StripeRefusal refusal) {
            PaymentIntent intent = refusal.orUnknown().isBreakdown() ? madeAllTheSame(request) : refusal.intent();
            return intent == null
                    ? ChargeFacts.refused(request, FailureCodes.of(refusal))
                    : settled(intent, request.account());
        }
    }

    /**
     * What Stripe has of this attempt after it broke while it was asked. Without a method nothing can have been taken.
     *
     * @return null where there is none
     */
    private @Nullable PaymentIntent madeAllTheSame(ChargeRequest request) {
        if (request.customer() == null || request.method() == null) return null;
        PaymentIntentListParams newest = PaymentIntentListParams.builder()
                .setCustomer(request.customer())
                .setLimit(NEWEST)
                .addAllExpand(ChargeFacts.EXPAND.stream()
                        .map(field -> "data." + field)
                        .toList())
                .build();
        return api
                .ask(stripe -> stripe.v1().paymentIntents().list(newest, api.reading(request.account())))
                .getData()
                .stream()
                .filter(intent ->
                        request.reference().equals(ChargeFacts.meta(intent.getMetadata(), ChargeParams.REFERENCE)))
                .findFirst()
                .orElse(null);
    }

    /** Uses up the key without taking money; where the key was used before, answers what it did then. */
    ChargeFact startUnpaid(ChargeRequest request) {
        if (request.method() == null) return start(request);
        try {
            return facts.of(create(request, false), request.account());
        } catch (StripeRefusal refusal) {
            return refusal.isKeyOfAnother() ? start(request) : ChargeFacts.refused(request, FailureCodes.of(refusal));
        }
    }

    private PaymentIntent create(ChargeRequest request, boolean atOnce) {
        return api.ask(stripe -> stripe.v1()
                .paymentIntents()
                .create(new ChargeParams(request).intent(atOnce), api.once(request.key(), request.account())));
    }

    ChargeFact read(ChargeRef ref) {
        return settled(intent(ref), ref.account());
    }

    private PaymentIntent intent(ChargeRef ref) {
        PaymentIntentRetrieveParams params = PaymentIntentRetrieveParams.builder()
                .addAllExpand(ChargeFacts.EXPAND)
                .build();
        return api.ask(stripe -> stripe.v1().paymentIntents().retrieve(ref.id(), params, api.reading(ref.account())));
    }

    /** Without what a fact needs beyond it. */
    PaymentIntent plain(ChargeRef ref) {
        return api.ask(stripe -> stripe.v1().paymentIntents().retrieve(ref.id(), api.reading(ref.account())));
    }

    private ChargeFact settled(PaymentIntent intent, @Nullable String account) {
        if (!ChargeFacts.isDeclined(intent)) {
            return facts.of(intent, account);
        }
        ChargeFact after = cancel(new ChargeRef(intent.getId(), account), captureOf(intent));
        return after.standing() == Standing.CANCELLED ? facts.of(intent, account) : after;
    }

    private static Capture captureOf(PaymentIntent intent) {
        return "manual".equals(intent.getCaptureMethod()) ? Capture.LATER : Capture.AT_ONCE;
    }

    /** Stripe cancels what is reserved as well, and that is to stay: it is looked at first, and only then asked for. */
    ChargeFact cancel(ChargeRef ref, Capture capture) {
        if (capture != Capture.LATER) return release(ref);
        ChargeFact now = facts.of(intent(ref), ref.account());
        return now.standing() == Standing.AUTHORISED ? now : release(ref);
    }

    /** One that is paid or under way cannot be cancelled: then it is as it is. */
    ChargeFact release(ChargeRef ref) {
        PaymentIntentCancelParams params = PaymentIntentCancelParams.builder()
                .addAllExpand(ChargeFacts.EXPAND)
                .build();
        try {
            return facts.of(
                    api.ask(stripe ->
                            stripe.v1().paymentIntents().cancel(ref.id(), params, api.reading(ref.account()))),
                    ref.account());
        } catch (StripeRefusal over) {
            return unless(over, facts.of(intent(ref), ref.account()));
        }
    }

    /** What moved meanwhile is an answer; where it stands as it did, the answer is no. */
    private static ChargeFact unless(StripeRefusal refusal, ChargeFact now) {
        if (now.standing() == Standing.REQUIRES_ACTION || now.standing() == Standing.AUTHORISED) throw refusal;
        return now;
    }

    private boolean asksFee(ChargeRef ref, Money fee) {
        return fee.isPositive() || plain(ref).getApplicationFeeAmount() != null;
    }

    /** Asked again after it was captured, answers that it was. */
    ChargeFact capture(CaptureRequest request, ChargeRef ref) {
        PaymentIntentCaptureParams.Builder params = PaymentIntentCaptureParams.builder()
                .setAmountToCapture(StripeMoney.amount(request.amount()))
                .addAllExpand(ChargeFacts.EXPAND);
        // also where nothing is left of it: Stripe would keep the fee of the whole
        Money fee = request.applicationFee();
        if (fee != null && asksFee(ref, fee)) params.setApplicationFeeAmount(StripeMoney.amount(fee));
        try {
            return facts.of(
                    api.ask(stripe -> stripe.v1()
                            .paymentIntents()
                            .capture(ref.id(), params.build(), api.once(request.key(), ref.account()))),
                    ref.account());
        } catch (StripeRefusal over) {
            return unless(over, facts.of(intent(ref), ref.account()));
        }
    }
}
