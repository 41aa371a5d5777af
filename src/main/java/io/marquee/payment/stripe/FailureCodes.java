package io.marquee.payment.stripe;

import com.stripe.model.StripeError;
import io.marquee.payment.provider.SavedMethods;
import org.jspecify.annotations.Nullable;

/**
 * Stripe's reasons in our words. What a bank says of a lost or stolen card is nobody's business at a checkout: such cards
 * are declined and no more.
 *
 * @see <a href="https://docs.stripe.com/declines/codes">decline codes</a>
 */
final class FailureCodes {
    private FailureCodes() {}

    static String of(StripeRefusal refusal) {
        return refusal.isOfGoneCustomer() ? SavedMethods.CUSTOMER_GONE : of(refusal.error());
    }

    static String of(@Nullable StripeError error) {
        if (error == null) {
            return "unknown";
        } else if (error.getDeclineCode() != null) {
            return ofDecline(error.getDeclineCode());
        } else {
            return ofError(error.getCode() == null ? "" : error.getCode());
        }
    }

    private static String ofDecline(String code) {
        return switch (code) {
            case "insufficient_funds", "withdrawal_count_limit_exceeded" -> "insufficient_funds";
            case "authentication_required" -> "authentication_failed";
            case "expired_card" -> "expired_card";
            case "incorrect_cvc", "invalid_cvc", "incorrect_number", "invalid_number", "incorrect_zip" ->
                "card_mistyped";
            case "processing_error", "issuer_not_available", "try_again_later", "reenter_transaction" ->
                "try_again_later";
            default -> "card_declined";
        };
    }

    private static String ofError(String code) {
        return switch (code) {
            case "payment_intent_authentication_failure", "authentication_required" -> "authentication_failed";
            case "expired_card" -> "expired_card";
            case "incorrect_cvc", "invalid_cvc", "incorrect_number", "invalid_number", "incorrect_zip" ->
                "card_mistyped";
            case "processing_error" -> "try_again_later";
            // one that is kept no more, or was never theirs
            case "resource_missing" -> "method_gone";
            case "card_declined", "payment_method_provider_decline" -> "card_declined";
            case "payment_intent_payment_attempt_expired", "payment_method_customer_decline" -> "cancelled";
            default -> "unknown";
        };
    }

    static String ofRefund(StripeRefusal refusal) {
        return switch (refusal.code()) {
            case "charge_already_refunded", "amount_too_large" -> "refund_more_than_paid";
            case "charge_disputed" -> "refund_of_disputed";
            case "balance_insufficient", "insufficient_funds" -> "refund_no_balance";
            case "account_invalid", "resource_missing" -> "refund_no_access";
            default -> "refund_not_accepted";
        };
    }

    /** Of one that Stripe took, and that did not arrive. */
    static String ofFailedRefund(@Nullable String reason) {
        return switch (reason == null ? "" : reason) {
            case "charge_for_pending_refund_disputed" -> "refund_of_disputed";
            case "insufficient_funds" -> "refund_no_balance";
            default -> "refund_not_accepted";
        };
    }
}
