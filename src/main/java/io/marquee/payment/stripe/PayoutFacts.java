package io.marquee.payment.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.BankAccount;
import com.stripe.model.Payout;
import com.stripe.model.Transfer;
import io.marquee.kernel.Money;
import io.marquee.payment.provider.PayoutFact;
import io.marquee.payment.provider.TransactionFact;
import io.marquee.payment.provider.TransactionFact.Kind;
import io.marquee.payment.provider.TransferFact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What moves in Stripe's accounts, in our words. */
final class PayoutFacts {
    private PayoutFacts() {}

    static PayoutFact payout(Payout payout) {
        PayoutFact.Standing standing = switch (String.valueOf(payout.getStatus())) {
            case "in_transit" -> PayoutFact.Standing.IN_TRANSIT;
            case "paid" -> PayoutFact.Standing.PAID;
            case "failed" -> PayoutFact.Standing.FAILED;
            case "canceled" -> PayoutFact.Standing.CANCELLED;
            default -> PayoutFact.Standing.PENDING;
        };
        return new PayoutFact(
                payout.getId(),
                standing,
                StripeMoney.money(payout.getAmount(), payout.getCurrency()),
                Boolean.TRUE.equals(payout.getAutomatic()),
                Instant.ofEpochSecond(payout.getCreated()),
                instant(payout.getArrivalDate()),
                payout.getDestinationObject() instanceof BankAccount bank ? "•••• " + bank.getLast4() : null,
                payout.getFailureCode());
    }

    static TransferFact transfer(Transfer transfer) {
        Money amount = StripeMoney.money(transfer.getAmount(), transfer.getCurrency());
        Long reversed = transfer.getAmountReversed();
        return new TransferFact(
                transfer.getId(),
                amount,
                StripeMoney.money(reversed == null ? 0 : reversed, transfer.getCurrency()),
                transfer.getSourceTransaction(),
                transfer.getDescription(),
                Instant.ofEpochSecond(transfer.getCreated()));
    }

    static TransactionFact transaction(BalanceTransaction moved) {
        String currency = moved.getCurrency();
        return new TransactionFact(
                moved.getId(),
                kind(moved.getType()),
                StripeMoney.nearly(moved.getAmount(), currency),
                StripeMoney.nearly(moved.getFee(), currency),
                StripeMoney.nearly(moved.getNet(), currency),
                moved.getDescription(),
                moved.getSource(),
                Instant.ofEpochSecond(moved.getCreated()),
                Instant.ofEpochSecond(moved.getAvailableOn()));
    }

    private static Kind kind(String type) {
        return switch (type) {
            case "charge" -> Kind.CHARGE;
            case "payment" -> Kind.PAYMENT;
            case "refund" -> Kind.REFUND;
            case "payment_refund" -> Kind.PAYMENT_REFUND;
            case "adjustment" -> Kind.ADJUSTMENT;
            case "payout" -> Kind.PAYOUT;
            case "payout_failure", "payout_cancel" -> Kind.PAYOUT_FAILURE;
            case "transfer" -> Kind.TRANSFER;
            case "stripe_fee" -> Kind.FEE;
            default -> Kind.OTHER;
        };
    }

    /** @return null for what Stripe has no single word for */
    static @Nullable String type(Kind kind) {
        return switch (kind) {
            case CHARGE -> "charge";
            case PAYMENT -> "payment";
            case REFUND -> "refund";
            case PAYMENT_REFUND -> "payment_refund";
            case ADJUSTMENT -> "adjustment";
            case PAYOUT -> "payout";
            case PAYOUT_FAILURE -> "payout_failure";
            case TRANSFER -> "transfer";
            case FEE -> "stripe_fee";
            case OTHER -> null;
        };
    }

    private static @Nullable Instant instant(@Nullable Long seconds) {
        return seconds == null ? null : Instant.ofEpochSecond(seconds);
    }
}
