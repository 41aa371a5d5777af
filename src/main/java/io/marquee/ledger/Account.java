package io.marquee.ledger;

import io.marquee.kernel.Money;
import java.util.EnumSet;
import java.util.Set;

/**
 * The accounts that each organization has in each currency. A debit adds to what it owns, spent or lost; a credit to what it
 * owes or earned. The names are on the wire.
 */
public enum Account {
    /** What buyers owe for their orders; zero for each order that is settled. */
    BUYER_RECEIVABLE,
    /** Money that a provider of payments holds. */
    PROVIDER_BALANCE,
    /** Money in the box office's drawer. */
    CASH,
    /** Money in that drawer which belongs to buyers again, and waits to be handed out. */
    CASH_OWED,
    /** Money that has gone to the organization's bank. */
    PAYOUTS,
    /** Money that is disputed, and gone until that is decided. */
    DISPUTES_HELD,
    /** Disputes that were lost. */
    DISPUTES_LOST,
    /** Stakes that go back to those who come. */
    STAKES_HELD,
    /** What the platform passed on by hand. */
    TRANSFERS,
    /** Gift cards that were sold and not redeemed. */
    GIFT,
    /** Earned with tickets: before discounts and without taxes and fees. */
    SALES,
    /** What discounts and promo codes took off. */
    DISCOUNTS,
    /** Fees that the event's rules ask for, whether the buyer pays them or they come out of the price. */
    FEES,
    /** Owed to the tax office. */
    TAX,
    /** What the platform kept. */
    PLATFORM_FEE,
    /** What providers of payments kept. */
    PROVIDER_FEE;

    private static final Set<Account> OF_CREDITS = EnumSet.of(STAKES_HELD, TRANSFERS, GIFT, SALES, FEES, TAX);

    /** An amount in the direction that the account is for: what was earned and owed is above zero as what is owned is. */
    public Money natural(Money debit) {
        return OF_CREDITS.contains(this) ? Money.zero(debit.currency()).minus(debit) : debit;
    }
}
