package io.marquee.payment.stripe;

import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import io.marquee.payment.provider.ChargeRequest;
import io.marquee.payment.provider.ChargeRequest.Capture;
import java.time.Duration;

/**
 * What we ask of Stripe, as it wants to hear it. The same request makes the same parameters at any time: under one key
 * Stripe takes no others.
 */
record ChargeParams(ChargeRequest request) {
    static final String REFERENCE = "reference";
    static final String PRESENTATION = "presentation";
    static final String HOSTED = "hosted";
    private static final String EMBEDDED = "embedded";

    /** No session may end sooner after it was made; what must end sooner is expired by us. */
    private static final Duration SHORTEST_SESSION = Duration.ofMinutes(30);

    SessionCreateParams session() {
        SessionCreateParams.Builder session = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setClientReferenceId(request.reference())
                .putMetadata(REFERENCE, request.reference())
                .setPaymentIntentData(intentOfSession())
                .addLineItem(line())
                .setSuccessUrl(request.returnUrl())
                .setCancelUrl(request.returnUrl())
                .setExpiresAt(sessionEnd(request));
        return request.customer() == null
                ? session.setCustomerEmail(request.buyerEmail()).build()
                : session.setCustomer(request.customer()).build();
    }

    static long sessionEnd(ChargeRequest request) {
        return request.expiresAt().plus(SHORTEST_SESSION).getEpochSecond();
    }

    private LineItem line() {
        return LineItem.builder()
                .setQuantity(1L)
                .setPriceData(LineItem.PriceData.builder()
                        .setCurrency(StripeMoney.currency(request.amount()))
                        .setUnitAmount(StripeMoney.amount(request.amount()))
                        .setProductData(LineItem.PriceData.ProductData.builder()
                                .setName(request.description())
                                .build())
                        .build())
                .build();
    }

    private PaymentIntentData intentOfSession() {
        PaymentIntentData.Builder intent = PaymentIntentData.builder()
                .setDescription(request.description())
                .putMetadata(REFERENCE, request.reference())
                .putMetadata(PRESENTATION, HOSTED);
        if (request.capture() == Capture.LATER) intent.setCaptureMethod(PaymentIntentData.CaptureMethod.MANUAL);
        if (keeps()) intent.setSetupFutureUsage(PaymentIntentData.SetupFutureUsage.OFF_SESSION);
        if (hasFee()) intent.setApplicationFeeAmount(StripeMoney.amount(request.applicationFee()));
        if (request.destination() != null) {
            intent.setTransferData(PaymentIntentData.TransferData.builder()
                    .setDestination(request.destination())
                    .build());
        }
        return intent.build();
    }

    /** @param atOnce whether the method that came with the request is charged now */
    PaymentIntentCreateParams intent(boolean atOnce) {
        PaymentIntentCreateParams.Builder intent = PaymentIntentCreateParams.builder()
                .setAmount(StripeMoney.amount(request.amount()))
                .setCurrency(StripeMoney.currency(request.amount()))
                .setDescription(request.description())
                .setCustomer(request.customer())
                .setAutomaticPaymentMethods(PaymentIntentCreateParams.AutomaticPaymentMethods.builder()
                        .setEnabled(true)
                        .build())
                .putMetadata(REFERENCE, request.reference())
                .putMetadata(PRESENTATION, EMBEDDED);
        if (request.capture() == Capture.LATER) intent.setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL);
        if (keeps()) intent.setSetupFutureUsage(PaymentIntentCreateParams.SetupFutureUsage.OFF_SESSION);
        if (hasFee()) intent.setApplicationFeeAmount(StripeMoney.amount(request.applicationFee()));
        if (request.destination() != null) {
            intent.setTransferData(PaymentIntentCreateParams.TransferData.builder()
                    .setDestination(request.destination())
                    .build());
        }
        if (atOnce && request.method() != null) {
            intent.setPaymentMethod(request.method()).setConfirm(true);
            // a bank that wants to ask somebody who is not there gets no for an answer
            if (request.buyerAbsent()) intent.setOffSession(true);
            else intent.setReturnUrl(request.returnUrl());
        }
        return intent.build();
    }

    private boolean keeps() {
        return request.keepMethod() && request.customer() != null;
    }

    private boolean hasFee() {
        return request.applicationFee().isPositive();
    }
}
