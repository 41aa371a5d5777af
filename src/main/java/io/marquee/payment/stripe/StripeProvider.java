package io.marquee.payment.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import io.marquee.kernel.InvalidInput;
import io.marquee.payment.provider.Capability;
import io.marquee.payment.provider.CaptureRequest;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.provider.ChargeRef;
import io.marquee.payment.provider.ChargeRequest;
import io.marquee.payment.provider.ChargeRequest.Capture;
import io.marquee.payment.provider.ChargeRequest.Presentation;
import io.marquee.payment.provider.Charging;
import io.marquee.payment.provider.DisputeDesk;
import io.marquee.payment.provider.EmbeddedForm;
import io.marquee.payment.provider.Notice;
import io.marquee.payment.provider.OperatorBooks;
import io.marquee.payment.provider.PaymentProvider;
import io.marquee.payment.provider.PayoutAccounts;
import io.marquee.payment.provider.RefundFact;
import io.marquee.payment.provider.RefundRequest;
import io.marquee.payment.provider.SavedMethods;
import io.marquee.payment.provider.WebhookCall;
import io.marquee.platform.config.Settings.Stripe;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stripe: hosted sessions and intents for the form on our page, each found again by its id, {@code cs_…} or {@code pi_…}. */
@Component
class StripeProvider implements PaymentProvider {
    static final String NAME = "stripe";

    private final StripeApi api;
    private final StripeIntents intents;
    private final StripeSessions sessions;
    private final StripeSetUps setUps;
    private final StripeBooks books;
    private final StripeWebhooks webhooks;
    private final StripeMethods methods;
    private final StripePayoutAccounts accounts;
    private final StripeDesk desk;

    StripeProvider(
            StripeApi api,
            StripeIntents intents,
            StripeSessions sessions,
            StripeSetUps setUps,
            StripeBooks books,
            StripeWebhooks webhooks,
            StripeMethods methods,
            StripePayoutAccounts accounts,
            StripeDesk desk) {
        this.api = api;
        this.intents = intents;
        this.sessions = sessions;
        this.setUps = setUps;
        this.books = books;
        this.webhooks = webhooks;
        this.methods = methods;
        this.accounts = accounts;
        this.desk = desk;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> all = EnumSet.of(
                Capability.REDIRECT,
                Capability.SAVED_METHODS,
                Capability.PARTIAL_REFUND,
                Capability.AUTHORISE_AND_CAPTURE,
                Capability.SET_UP);
        if (api.settings() != null && api.settings().publishableKey() != null) {
            all.add(Capability.EMBEDDED);
        }
        if (charging() != Charging.OPERATOR) all.add(Capability.PAYOUTS);
        return all;
    }

    @Override
    public @Nullable PayoutAccounts payoutAccounts() {
        return charging() == Charging.OPERATOR ? null : accounts;
    }

    @Override
    public OperatorBooks operatorBooks() {
        return accounts;
    }

    @Override
    public DisputeDesk disputeDesk() {
        return desk;
    }

    @Override
    public boolean offered() {
        return api.settings() != null;
    }

    @Override
    public Charging charging() {
        return switch (api.settings() == null
                ? Stripe.Connect.OFF
                : api.settings().connect()) {
            case OFF -> Charging.OPERATOR;
            case DIRECT -> Charging.DIRECT;
            case DESTINATION -> Charging.DESTINATION;
        };
    }

    @Override
    public long step(Currency currency) {
        return StripeMoney.step(currency);
    }

    @Override
    public void check(String method) {
        if (!method.matches("pm_\\w{1,100}")) {
            throw InvalidInput.at("method", "unknown_payment_method");
        }
    }

    @Override
    public ChargeFact start(ChargeRequest request) {
        if (request.capture() == Capture.SET_UP) return setUps.start(request);
        return isHosted(request) ? sessions.start(request) : intents.start(request);
    }

    /** A method that was chosen before needs no page to choose it on. */
    private static boolean isHosted(ChargeRequest request) {
        return request.presentation() == Presentation.REDIRECT && request.method() == null;
    }

    @Override
    public ChargeFact charge(ChargeRef ref) {
        if (setUps.has(ref)) return setUps.read(ref);
        return sessions.has(ref) ? sessions.read(ref) : intents.read(ref);
    }

    @Override
    public ChargeFact cancel(ChargeRequest request, @Nullable ChargeRef ref) {
        if (ref != null) {
            if (setUps.has(ref)) return setUps.cancel(ref);
            return sessions.has(ref) ? sessions.expire(ref) : intents.cancel(ref, request.capture());
        }
        boolean free = isHosted(request) || request.capture() == Capture.SET_UP;
        ChargeFact started = free ? start(request) : intents.startUnpaid(request);
        return started.ref() == null ? started : cancel(request, new ChargeRef(started.ref(), request.account()));
    }

    @Override
    public ChargeFact release(ChargeRef ref) {
        if (setUps.has(ref)) return setUps.release(ref);
        return sessions.has(ref) ? released(ref) : intents.release(ref);
    }

    /** A session that is through cannot be expired; where money is only reserved, its intent lets go of that. */
    private ChargeFact released(ChargeRef session) {
        ChargeFact expired = sessions.expire(session);
        if (expired.standing() != ChargeFact.Standing.AUTHORISED) return expired;
        if (expired.kept() != null) return setUps.letGoOf(session);
        intents.release(sessions.intentOf(session));
        return sessions.read(session);
    }

    @Override
    public ChargeFact capture(CaptureRequest request) {
        ChargeRef ref = request.charge();
        ChargeFact fact = intents.capture(request, sessions.has(ref) ? sessions.intentOf(ref) : ref);
        return sessions.has(ref) ? sessions.read(ref) : fact;
    }

    /**
     * Keys are forgotten after a day, and their first answers are repeated before: so what the books have comes first, and
     * only what they do not have is asked for.
     */
    @Override
    public RefundFact refund(RefundRequest request) {
        try {
            return refunded(request);
        } catch (StripeRefusal refusal) {
            String why = FailureCodes.ofRefund(refusal.orUnknown());
            return new RefundFact(null, request.key(), RefundFact.Standing.FAILED, request.amount(), why);
        }
    }

    private RefundFact refunded(RefundRequest request) {
        ChargeRef ref = sessions.has(request.charge()) ? sessions.intentOf(request.charge()) : request.charge();
        for (Refund refund : books.refunds(ref)) {
            if (request.key().equals(ChargeFacts.meta(refund.getMetadata(), ChargeFacts.KEY))) {
                return ChargeFacts.of(refund);
            }
        }
        PaymentIntent intent = intents.plain(ref);
        RefundCreateParams.Builder params = RefundCreateParams.builder()
                .setPaymentIntent(ref.id())
                .setAmount(StripeMoney.amount(request.amount()))
                .putMetadata(ChargeFacts.KEY, request.key());
        String reference = ChargeFacts.meta(intent.getMetadata(), ChargeParams.REFERENCE);
        if (reference != null) params.putMetadata(ChargeParams.REFERENCE, reference);
        if (intent.getApplicationFeeAmount() != null) params.setRefundApplicationFee(true);
        if (intent.getTransferData() != null) params.setReverseTransfer(true);
        return ChargeFacts.of(api.ask(
                stripe -> stripe.v1().refunds().create(params.build(), api.once(request.key(), ref.account()))));
    }

    @Override
    public Stream<ChargeFact> charges(@Nullable String account, Instant from, Instant until) {
        return books.charges(account, from, until);
    }

    @Override
    public @Nullable EmbeddedForm embeddedForm() {
        return StripeForm.of(api.settings());
    }

    @Override
    public SavedMethods savedMethods() {
        return methods;
    }

    @Override
    public Notice read(WebhookCall call) {
        return webhooks.read(call);
    }

    @Override
    public @Nullable String referenceOf(Notice notice) {
        return notice.reference() != null || notice.object() == null
                ? notice.reference()
                : books.referenceOf(notice.object(), notice.account());
    }
}
