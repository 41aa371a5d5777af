package io.marquee.payment.stripe;

import com.stripe.model.SetupIntent;
import com.stripe.param.SetupIntentCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import io.marquee.kernel.Money;
import io.marquee.payment.provider.ChargeRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A card to be set up, as Stripe wants to hear it. Stripe knows of no amount here: what the buyer allows is written beside it, so
 * that we read it as we wrote it.
 *
 * @param customer in whose name the card can be charged
 */
record SetUpParams(ChargeRequest request, String customer) {
    private static final String AMOUNT = "amount";
    private static final String CURRENCY = "currency";
    private static final String APART = "for_this_alone";

    private Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(ChargeParams.REFERENCE, request.reference());
        metadata.put(AMOUNT, String.valueOf(request.amount().amount()));
        metadata.put(CURRENCY, request.amount().currency().getCurrencyCode());
        if (request.customer() == null) metadata.put(APART, "yes");
        return metadata;
    }

    static Money amount(Map<String, String> metadata) {
        String amount = Objects.requireNonNull(metadata.get(AMOUNT), "not set up by us");
        return Money.of(Long.parseLong(amount), Objects.requireNonNull(metadata.get(CURRENCY)));
    }

    static boolean isApart(SetupIntent setup) {
        return "yes".equals(ChargeFacts.meta(setup.getMetadata(), APART));
    }

    static boolean isDeclined(SetupIntent setup) {
        return "requires_payment_method".equals(setup.getStatus()) && setup.getLastSetupError() != null;
    }

    SessionCreateParams session() {
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.SETUP)
                .setClientReferenceId(request.reference())
                .putAllMetadata(metadata())
                .setSetupIntentData(SessionCreateParams.SetupIntentData.builder()
                        .setDescription(request.description())
                        .putAllMetadata(metadata())
                        .build())
                .setCustomer(customer)
                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
                .setSuccessUrl(request.returnUrl())
                .setCancelUrl(request.returnUrl())
                .setExpiresAt(ChargeParams.sessionEnd(request))
                .build();
    }

    SetupIntentCreateParams intent() {
        SetupIntentCreateParams.Builder intent = SetupIntentCreateParams.builder()
                .setCustomer(customer)
                .setUsage(SetupIntentCreateParams.Usage.OFF_SESSION)
                .addPaymentMethodType("card")
                .setDescription(request.description())
                .putAllMetadata(metadata());
        @Nullable String method = request.method();
        if (method != null) {
            intent.setPaymentMethod(method).setConfirm(true).setReturnUrl(request.returnUrl());
        }
        return intent.build();
    }
}
