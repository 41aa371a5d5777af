package io.marquee.payment.stripe;

import com.stripe.model.SetupIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.CustomerCreateParams;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.provider.ChargeFact.Standing;
import io.marquee.payment.provider.ChargeRef;
import io.marquee.payment.provider.ChargeRequest;
import io.marquee.payment.provider.ChargeRequest.Presentation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Cards that are set up without a payment, {@code seti_…}, on Stripe's own page or within ours. Stripe charges a kept card only in
 * the name of a customer: whoever is none gets one for this purchase alone, whose card is forgotten when it is let go.
 */
@Component
class StripeSetUps {
    private final StripeApi api;
    private final ChargeFacts facts;

    StripeSetUps(StripeApi api, ChargeFacts facts) {
        this.api = api;
        this.facts = facts;
    }

    boolean has(ChargeRef ref) {
        return ref.id().startsWith("seti_");
    }

    ChargeFact start(ChargeRequest request) {
        try {
            String customer = request.customer() == null ? apart(request) : request.customer();
            SetUpParams params = new SetUpParams(request, customer);
            boolean hosted = request.presentation() == Presentation.REDIRECT && request.method() == null;
            return hosted ? session(request, params) : settled(intent(request, params), request.account());
        } catch (StripeRefusal refusal) {
            SetupIntent declined = refusal.orUnknown().setup();
            return declined == null
                    ? ChargeFacts.refused(request, FailureCodes.of(refusal))
                    : settled(declined, request.account());
        }
    }

    private String apart(ChargeRequest request) {
        CustomerCreateParams params = CustomerCreateParams.builder()
                .setEmail(request.buyerEmail())
                .setDescription(request.description())
                .build();
        return api.ask(stripe -> stripe.v1()
                        .customers()
                        .create(params, api.once(request.key() + "-customer", request.account())))
                .getId();
    }

    private ChargeFact session(ChargeRequest request, SetUpParams params) {
        Session session = api.ask(stripe ->
                stripe.v1().checkout().sessions().create(params.session(), api.once(request.key(), request.account())));
        return facts.of(session, null, request.account());
    }

    private SetupIntent intent(ChargeRequest request, SetUpParams params) {
        return api.ask(stripe ->
                stripe.v1().setupIntents().create(params.intent(), api.once(request.key(), request.account())));
    }

    ChargeFact read(ChargeRef ref) {
        return settled(setup(ref), ref.account());
    }

    private SetupIntent setup(ChargeRef ref) {
        return api.ask(stripe -> stripe.v1().setupIntents().retrieve(ref.id(), api.reading(ref.account())));
    }

    /** As with payments: one that was declined waits for another card with Stripe, and is another attempt with us. */
    private ChargeFact settled(SetupIntent setup, @Nullable String account) {
        if (!SetUpParams.isDeclined(setup)) return ChargeFacts.ofSetUp(setup);
        ChargeFact after = cancel(new ChargeRef(setup.getId(), account));
        return after.standing() == Standing.CANCELLED ? ChargeFacts.ofSetUp(setup) : after;
    }

    /** One that is through cannot be cancelled: then it is as it is. */
    ChargeFact cancel(ChargeRef ref) {
        try {
            return ChargeFacts.ofSetUp(
                    api.ask(stripe -> stripe.v1().setupIntents().cancel(ref.id(), api.reading(ref.account()))));
        } catch (StripeRefusal over) {
            ChargeFact now = ChargeFacts.ofSetUp(setup(ref));
            if (now.standing() == Standing.REQUIRES_ACTION) throw over;
            return now;
        }
    }

    ChargeFact release(ChargeRef ref) {
        SetupIntent now = setup(ref);
        return "succeeded".equals(now.getStatus()) ? letGo(now, ref) : cancel(ref);
    }

    /** What a person keeps for the next time stays theirs. */
    private ChargeFact letGo(SetupIntent setup, ChargeRef ref) {
        String method = setup.getPaymentMethod();
        if (SetUpParams.isApart(setup) && method != null) {
            try {
                api.ask(stripe -> stripe.v1().paymentMethods().detach(method, api.reading(ref.account())));
            } catch (StripeRefusal detached) {
                // somebody was quicker, or it is gone
            }
        }
        return ChargeFacts.letGo(setup);
    }

    /** Of a session that is through. */
    ChargeFact letGoOf(ChargeRef session) {
        SetupIntent setup = Objects.requireNonNull(api.ask(stripe -> stripe.v1()
                        .checkout()
                        .sessions()
                        .retrieve(session.id(), StripeSessions.expanded(), api.reading(session.account())))
                .getSetupIntentObject());
        ChargeFact fact = letGo(setup, session);
        return ChargeFacts.named(session.id(), fact.reference(), fact);
    }
}
