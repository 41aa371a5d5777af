package io.marquee.ledger;

import static io.marquee.ledger.Account.BUYER_RECEIVABLE;
import static io.marquee.ledger.Account.CASH;
import static io.marquee.ledger.Account.CASH_OWED;
import static io.marquee.ledger.Account.DISCOUNTS;
import static io.marquee.ledger.Account.DISPUTES_HELD;
import static io.marquee.ledger.Account.DISPUTES_LOST;
import static io.marquee.ledger.Account.FEES;
import static io.marquee.ledger.Account.PAYOUTS;
import static io.marquee.ledger.Account.PLATFORM_FEE;
import static io.marquee.ledger.Account.PROVIDER_BALANCE;
import static io.marquee.ledger.Account.PROVIDER_FEE;
import static io.marquee.ledger.Account.SALES;
import static io.marquee.ledger.Account.STAKES_HELD;
import static io.marquee.ledger.Account.TAX;
import static io.marquee.ledger.Account.TRANSFERS;

import io.marquee.kernel.Money;
import io.marquee.ledger.Posting.About;
import java.util.List;
import java.util.UUID;

/** What each fact about money posts: the whole of it, in one place. Amounts are above zero, or zero. */
public final class Postings {
    private Postings() {}

    /**
     * What one ticket type of an order costs: {@code net + tax + fee} is what the buyer pays for it.
     *
     * @param discount what was taken off already; {@code net} is without it
     * @param absorbed fees that come out of {@code net}
     */
    public record Share(UUID ticketType, Money discount, Money net, Money tax, Money fee, Money absorbed) {
        Money total() {
            return net.plus(tax).plus(fee);
        }
    }

    /** The buyer owes the order, and all of it was earned, or is owed to the tax office. */
    public static Posting orderPaid(About about, UUID order, List<Share> shares) {
        Posting.Sides sides = Posting.of(about, Cause.Kind.ORDER_PAID, order);
        for (Share share : shares) {
            sides.debit(BUYER_RECEIVABLE, share.total())
                    .debit(DISCOUNTS, share.ticketType(), share.discount())
                    .credit(
                            SALES,
                            share.ticketType(),
                            share.net().plus(share.discount()).minus(share.absorbed()))
                    .credit(TAX, share.ticketType(), share.tax())
                    .credit(FEES, share.ticketType(), share.fee().plus(share.absorbed()));
        }
        return sides.done();
    }

    /** What the order earned goes back in so far; discounts stay what they were. @param refund its id */
    public static Posting orderRefunded(About about, UUID refund, List<Share> shares) {
        Posting.Sides sides = Posting.of(about, Cause.Kind.ORDER_REFUNDED, refund);
        for (Share share : shares) {
            sides.credit(BUYER_RECEIVABLE, share.total())
                    .debit(SALES, share.ticketType(), share.net().minus(share.absorbed()))
                    .debit(TAX, share.ticketType(), share.tax())
                    .debit(FEES, share.ticketType(), share.fee().plus(share.absorbed()));
        }
        return sides.done();
    }

    /** @param platformFee what the platform kept of it before it reached the organization's account */
    public static Posting paymentSucceeded(About about, UUID payment, Money amount, Money platformFee) {
        return Posting.of(about, Cause.Kind.PAYMENT_SUCCEEDED, payment)
                .debit(PROVIDER_BALANCE, amount)
                .credit(BUYER_RECEIVABLE, amount)
                .debit(PLATFORM_FEE, platformFee)
                .credit(PROVIDER_BALANCE, platformFee)
                .done();
    }

    /**
     * Money arrived at the buyer, for an order or because it bought nothing.
     *
     * @param platformFee what the platform gives back of what it kept
     */
    public static Posting paymentRefunded(About about, UUID refund, Money amount, Money platformFee) {
        return Posting.of(about, Cause.Kind.PAYMENT_REFUNDED, refund)
                .debit(BUYER_RECEIVABLE, amount)
                .credit(PROVIDER_BALANCE, amount)
                .debit(PROVIDER_BALANCE, platformFee)
                .credit(PLATFORM_FEE, platformFee)
                .done();
    }

    /** What the provider kept for a payment; it may say so later than that it succeeded, and in another currency. */
    public static Posting providerFee(About about, UUID payment, Money fee) {
        return Posting.of(about, Cause.Kind.PROVIDER_FEE, payment)
                .debit(PROVIDER_FEE, fee)
                .credit(PROVIDER_BALANCE, fee)
                .done();
    }

    /** Paid at the box office, in cash or by a card reader of the organizer's own. */
    public static Posting cashReceived(About about, UUID order, Money amount) {
        return Posting.of(about, Cause.Kind.CASH_RECEIVED, order)
                .debit(CASH, amount)
                .credit(BUYER_RECEIVABLE, amount)
                .done();
    }

    /** It is the buyer's again, and waits in the drawer until it is handed out. @param refund its id */
    public static Posting cashOwed(About about, UUID refund, Money amount) {
        return Posting.of(about, Cause.Kind.CASH_OWED, refund)
                .debit(CASH_OWED, amount)
                .credit(CASH, amount)
                .done();
    }

    /** What was owed is handed out. @param refund its id */
    public static Posting owedCashReturned(About about, UUID refund, Money amount) {
        return Posting.of(about, Cause.Kind.CASH_RETURNED, refund)
                .debit(BUYER_RECEIVABLE, amount)
                .credit(CASH_OWED, amount)
                .done();
    }

    /** @param refund its id */
    public static Posting cashReturned(About about, UUID refund, Money amount) {
        return Posting.of(about, Cause.Kind.CASH_RETURNED, refund)
                .debit(BUYER_RECEIVABLE, amount)
                .credit(CASH, amount)
                .done();
    }

    /** The provider takes the money back until it is decided. */
    public static Posting disputeOpened(About about, UUID dispute, Money amount) {
        return Posting.of(about, Cause.Kind.DISPUTE_OPENED, dispute)
                .debit(DISPUTES_HELD, amount)
                .credit(PROVIDER_BALANCE, amount)
                .done();
    }

    public static Posting disputeWon(About about, UUID dispute, Money amount) {
        return Posting.of(about, Cause.Kind.DISPUTE_WON, dispute)
                .debit(PROVIDER_BALANCE, amount)
                .credit(DISPUTES_HELD, amount)
                .done();
    }

    public static Posting disputeLost(About about, UUID dispute, Money amount) {
        return Posting.of(about, Cause.Kind.DISPUTE_LOST, dispute)
                .debit(DISPUTES_LOST, amount)
                .credit(DISPUTES_HELD, amount)
                .done();
    }

    /** A lost dispute that cost nothing: the money was owed to its buyer anyway. */
    public static Posting surplusChargedBack(About about, UUID dispute, Money amount) {
        return Posting.of(about, Cause.Kind.SURPLUS_CHARGED_BACK, dispute)
                .debit(BUYER_RECEIVABLE, amount)
                .credit(DISPUTES_LOST, amount)
                .done();
    }

    /** What the provider asks for handling a dispute. */
    public static Posting disputeFee(About about, UUID dispute, Money fee) {
        return Posting.of(about, Cause.Kind.DISPUTE_FEE, dispute)
                .debit(PROVIDER_FEE, fee)
                .credit(PROVIDER_BALANCE, fee)
                .done();
    }

    /** On its way to the organization's bank. */
    public static Posting payoutSent(About about, UUID payout, Money amount) {
        return Posting.of(about, Cause.Kind.PAYOUT_SENT, payout)
                .debit(PAYOUTS, amount)
                .credit(PROVIDER_BALANCE, amount)
                .done();
    }

    /** The bank did not take it. */
    public static Posting payoutReturned(About about, UUID payout, Money amount) {
        return Posting.of(about, Cause.Kind.PAYOUT_RETURNED, payout)
                .debit(PROVIDER_BALANCE, amount)
                .credit(PAYOUTS, amount)
                .done();
    }

    /** What the provider took from the account by itself, such as for a payout at once; below zero where it gave some back. */
    public static Posting accountFee(About about, UUID fee, Money amount) {
        return Posting.of(about, Cause.Kind.ACCOUNT_FEE, fee)
                .debit(PROVIDER_FEE, amount)
                .credit(PROVIDER_BALANCE, amount)
                .done();
    }

    /** The platform passed money on by hand. */
    public static Posting transferSent(About about, UUID transfer, Money amount) {
        return Posting.of(about, Cause.Kind.TRANSFER_SENT, transfer)
                .debit(PROVIDER_BALANCE, amount)
                .credit(TRANSFERS, amount)
                .done();
    }

    /** It took it back, or a part of it. @param reversal its id */
    public static Posting transferReversed(About about, UUID reversal, Money amount) {
        return Posting.of(about, Cause.Kind.TRANSFER_REVERSED, reversal)
                .debit(TRANSFERS, amount)
                .credit(PROVIDER_BALANCE, amount)
                .done();
    }

    /** What a ticket cost is a stake: not earned yet, though its order is paid. @param stake its ticket's id */
    public static Posting stakeHeld(About about, UUID stake, UUID ticketType, Money amount) {
        return Posting.of(about, Cause.Kind.STAKE_HELD, stake)
                .debit(SALES, ticketType, amount)
                .credit(STAKES_HELD, amount)
                .done();
    }

    /** They came: it goes back as what the order earned, by a refund that posts itself. */
    public static Posting stakeReturned(About about, UUID stake, UUID ticketType, Money amount) {
        return Posting.of(about, Cause.Kind.STAKE_RETURNED, stake)
                .debit(STAKES_HELD, amount)
                .credit(SALES, ticketType, amount)
                .done();
    }

    /** They did not come: it is earned. */
    public static Posting stakeForfeited(About about, UUID stake, UUID ticketType, Money amount) {
        return Posting.of(about, Cause.Kind.STAKE_FORFEITED, stake)
                .debit(STAKES_HELD, amount)
                .credit(SALES, ticketType, amount)
                .done();
    }
}
