package io.marquee.payment.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionRetrieveParams;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.provider.ChargeRef;
import io.marquee.payment.provider.ChargeRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** Charges that are paid on Stripe's own page. Declined cards are tried again there, until it is paid or over. */
@Component
class StripeSessions {
    /** What a fact needs of a session, beyond the session. */
    static final List<String> EXPAND =
            ChargeFacts.EXPAND.stream().map(field -> "payment_intent." + field).toList();

    /** What a fact needs of one session, whatever it is for. */
    static SessionRetrieveParams expanded() {
        return SessionRetrieveParams.builder()
                .addAllExpand(EXPAND)
                .addExpand("setup_intent")
                .build();
    }

    private final StripeApi api;
    private final ChargeFacts facts;

    StripeSessions(StripeApi api, ChargeFacts facts) {
        this.api = api;
        this.facts = facts;
    }

    boolean has(ChargeRef ref) {
        return ref.id().startsWith("cs_");
    }

    ChargeFact start(ChargeRequest request) {
        try {
            Session session = api.ask(stripe -> stripe.v1()
                    .checkout()
                    .sessions()
                    .create(new ChargeParams(request).session(), api.once(request.key(), request.account())));
            return facts.of(session, session.getPaymentIntentObject(), request.account());
        } catch (StripeRefusal refusal) {
            return ChargeFacts.refused(request, FailureCodes.of(refusal.orUnknown()));
        }
    }

    ChargeFact read(ChargeRef ref) {
        Session session = session(ref);
        return facts.of(session, session.getPaymentIntentObject(), ref.account());
    }

    private Session session(ChargeRef ref) {
        return api.ask(
                stripe -> stripe.v1().checkout().sessions().retrieve(ref.id(), expanded(), api.reading(ref.account())));
    }

    /** One that is paid, or that is over already, cannot be expired: then it is as it is. */
    ChargeFact expire(ChargeRef ref) {
        try {
            Session expired =
                    api.ask(stripe -> stripe.v1().checkout().sessions().expire(ref.id(), api.reading(ref.account())));
            return facts.of(expired, null, ref.account());
        } catch (StripeRefusal over) {
            ChargeFact now = read(ref);
            if (now.standing() == ChargeFact.Standing.REQUIRES_ACTION) throw over;
            return now;
        }
    }

    /** @throws IllegalStateException while it is not paid */
    ChargeRef intentOf(ChargeRef ref) {
        PaymentIntent intent = session(ref).getPaymentIntentObject();
        if (intent == null) {
            throw new IllegalStateException("the session " + ref.id() + " is not paid");
        }
        return new ChargeRef(intent.getId(), ref.account());
    }
}
