package io.marquee.ledger;

import java.util.UUID;

/**
 * Why something was posted: each cause posts once, however often it is told.
 *
 * @param id of the order, payment, refund, dispute, payout, transfer, fee or stake
 */
public record Cause(Kind kind, UUID id) {

    /** The names are on the wire. */
    public enum Kind {
        ORDER_PAID,
        /** The order's share of a refund: which sales, taxes and fees went back. */
        ORDER_REFUNDED,
        PAYMENT_SUCCEEDED,
        /** The provider's share of a refund: the money left. */
        PAYMENT_REFUNDED,
        PROVIDER_FEE,
        CASH_RECEIVED,
        /** It goes back, and waits in the drawer for its buyer. */
        CASH_OWED,
        CASH_RETURNED,
        DISPUTE_OPENED,
        DISPUTE_WON,
        DISPUTE_LOST,
        DISPUTE_FEE,
        /** What had bought nothing went back through the bank of its buyer. */
        SURPLUS_CHARGED_BACK,
        PAYOUT_SENT,
        PAYOUT_RETURNED,
        STAKE_HELD,
        STAKE_RETURNED,
        STAKE_FORFEITED,
        GIFT_SOLD,
        GIFT_REDEEMED,
        TRANSFER_SENT,
        TRANSFER_REVERSED,
        /** What the provider takes from an account by itself. */
        ACCOUNT_FEE
    }
}
