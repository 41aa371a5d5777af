package io.marquee.stripe;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The numbers that Stripe publishes for tests, and its tokens of the same cards; the last two are bank accounts. */
public enum TestCard {
    GOOD("4242424242424242", "pm_card_visa", Way.PAYS),
    GOOD_MASTERCARD("5555555555554444", "pm_card_mastercard", Way.PAYS),
    DECLINED("4000000000000002", "pm_card_visa_chargeDeclined", Way.DECLINED, "card_declined", "generic_decline"),
    POOR(
            "4000000000009995",
            "pm_card_visa_chargeDeclinedInsufficientFunds",
            Way.DECLINED,
            "card_declined",
            "insufficient_funds"),
    LOST("4000000000009987", "pm_card_visa_chargeDeclinedLostCard", Way.DECLINED, "card_declined", "lost_card"),
    STOLEN("4000000000009979", "pm_card_visa_chargeDeclinedStolenCard", Way.DECLINED, "card_declined", "stolen_card"),
    EXPIRED("4000000000000069", "pm_card_chargeDeclinedExpiredCard", Way.DECLINED, "expired_card", null),
    WRONG_CVC("4000000000000127", "pm_card_chargeDeclinedIncorrectCvc", Way.DECLINED, "incorrect_cvc", null),
    BROKEN("4000000000000119", "pm_card_chargeDeclinedProcessingError", Way.DECLINED, "processing_error", null),
    DECLINED_LATER("4000000000000341", "pm_card_chargeCustomerFail", Way.DECLINED, "card_declined", "generic_decline"),
    SECURE("4000000000003220", "pm_card_threeDSecure2Required", Way.ASKS),
    SECURE_UNLESS_KEPT("4000002500003155", "pm_card_authenticationRequiredOnSetup", Way.ASKS),
    SECURE_ALWAYS("4000002760003184", "pm_card_authenticationRequired", Way.ASKS),
    SECURE_THEN_POOR(
            "4000008260003178",
            "pm_card_authenticationRequiredChargeDeclinedInsufficientFunds",
            Way.ASKS,
            "card_declined",
            "insufficient_funds"),
    DISPUTED("4000000000000259", "pm_card_createDispute", Way.PAYS),
    DISPUTED_NOT_RECEIVED("4000000000002685", "pm_card_createDisputeProductNotReceived", Way.PAYS),
    ASKED_ABOUT("4000000000001976", "pm_card_createDisputeInquiry", Way.PAYS),
    REFUNDS_LATE("4000000000007726", "pm_card_pendingRefund", Way.PAYS),
    REFUNDS_FAIL("4000000000005126", "pm_card_refundFail", Way.PAYS),
    AVAILABLE_AT_ONCE("4000000000000077", "pm_card_bypassPending", Way.PAYS),
    SLOW("AT611904300234573201", "pm_sepaDebit_success", Way.SLOW),
    SLOW_AND_FAILING(
            "AT861904300235473202", "pm_sepaDebit_fail", Way.SLOW, "payment_intent_payment_attempt_failed", null);

    enum Way {
        PAYS,
        DECLINED,
        /** The bank asks its customer first. */
        ASKS,
        /** A debit that takes days. */
        SLOW
    }

    private final String number;
    private final String token;
    final Way way;
    final @Nullable String code;
    final @Nullable String declineCode;

    TestCard(String number, String token, Way way) {
        this(number, token, way, null, null);
    }

    TestCard(String number, String token, Way way, @Nullable String code, @Nullable String declineCode) {
        this.number = number;
        this.token = token;
        this.way = way;
        this.code = code;
        this.declineCode = declineCode;
    }

    public String number() {
        return number;
    }

    /** What an integration may name instead of a number. */
    public String token() {
        return token;
    }

    boolean isCard() {
        return way != Way.SLOW;
    }

    boolean fails() {
        return code != null;
    }

    static Optional<TestCard> numbered(String entered) {
        String bare = entered.replaceAll("[ -]", "");
        return Arrays.stream(values())
                .filter(card -> card.number.equalsIgnoreCase(bare))
                .findFirst();
    }

    static Optional<TestCard> tokened(String token) {
        return Arrays.stream(values()).filter(card -> card.token.equals(token)).findFirst();
    }
}
