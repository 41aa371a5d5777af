package io.marquee.payment.provider;

import io.marquee.kernel.Money;
import io.marquee.kernel.Slice;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Accounts of organizers at a provider, {@link Capability#PAYOUTS}: what lies in them, and how it gets to their banks.
 * Like the provider itself never called inside a transaction; every call may throw {@link ProviderUnreachable}.
 */
public interface PayoutAccounts {

    /** Whether it pays out by a schedule that can be set, and has pages of its own for the owner. */
    @FromMemory
    default boolean hasOwnPages() {
        return true;
    }

    /** Opens an account, or answers the one that the same key opened. @return the provider's id of it */
    String open(AccountRequest request);

    /**
     * A page of the provider where the owner says who they are and where their bank is. It is good once and for minutes:
     * asked for when somebody goes there.
     *
     * @param returnUrl absolute: where they come back, done or not
     * @param againUrl absolute: where the provider sends those whose link is too old
     */
    String onboarding(String account, String returnUrl, String againUrl);

    /** A page of the provider where the owner sees their account; null where there is none. */
    @Nullable
    String dashboard(String account);

    AccountFact account(String account);

    /** @throws PayoutDenied where the provider lets nobody but the account's owner change it */
    AccountFact schedule(String account, PayoutSchedule schedule);

    /** By currency. */
    List<BalanceFact> balance(String account);

    /** Newest first. @param cursor of the slice before; null for the newest */
    Slice<PayoutFact> payouts(String account, @Nullable String cursor, int limit);

    /** @throws io.marquee.kernel.NotFound */
    PayoutFact payout(String account, String payout);

    /** The smallest amount of a currency that goes to a bank, in our minor units: all others are multiples of it. */
    @FromMemory
    default long step(Currency currency) {
        return 1;
    }

    /**
     * Sends what is available to the bank now, or answers the payout that the same key made.
     *
     * @throws PayoutDenied where there is less in the account, or no bank to send it to
     */
    PayoutFact payOut(String key, String account, Money amount);

    /** What the operator passed on to the account, newest first. */
    Slice<TransferFact> transfers(String account, @Nullable String cursor, int limit);

    /**
     * Passes money of the operator on to the account, or answers the transfer that the same key made.
     *
     * @throws PayoutDenied where the operator has less
     */
    TransferFact transfer(String key, String account, Money amount, String description);

    /**
     * Takes back what was passed on, or a part of it, or answers the reversal that the same key made.
     *
     * @param transfer the provider's id of it
     * @return the provider's id of the reversal
     * @throws PayoutDenied where there is less left of it, or in the account
     */
    String reverse(String key, String transfer, Money amount);

    /**
     * What moved the account's balance, newest first.
     *
     * @param kind null for all
     * @param payout only what this payout took to the bank; null for all
     */
    Slice<TransactionFact> transactions(
            String account,
            TransactionFact.@Nullable Kind kind,
            @Nullable String payout,
            @Nullable String cursor,
            int limit);
}
