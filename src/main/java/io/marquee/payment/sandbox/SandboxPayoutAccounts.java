package io.marquee.payment.sandbox;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.payment.provider.AccountFact;
import io.marquee.payment.provider.AccountFact.Requirement;
import io.marquee.payment.provider.AccountFact.Topic;
import io.marquee.payment.provider.AccountFact.Urgency;
import io.marquee.payment.provider.AccountRequest;
import io.marquee.payment.provider.BalanceFact;
import io.marquee.payment.provider.PayoutAccounts;
import io.marquee.payment.provider.PayoutDenied;
import io.marquee.payment.provider.PayoutFact;
import io.marquee.payment.provider.PayoutSchedule;
import io.marquee.payment.provider.TransactionFact;
import io.marquee.payment.provider.TransferFact;
import io.marquee.payment.sandbox.SandboxAccounts.SandboxAccount;
import io.marquee.payment.sandbox.SandboxAccounts.State;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Organizers' accounts at the sandbox: verified with a click, paid out when their owner says so. */
@Component
class SandboxPayoutAccounts implements PayoutAccounts {
    private static final PayoutSchedule BY_HAND = new PayoutSchedule(PayoutSchedule.Interval.MANUAL, null, null);

    private final SandboxAccounts accounts;
    private final SandboxPayouts payouts;
    private final SandboxTransfers transfers;
    private final Settings settings;
    private final Acting acting;

    SandboxPayoutAccounts(
            SandboxAccounts accounts,
            SandboxPayouts payouts,
            SandboxTransfers transfers,
            Settings settings,
            Acting acting) {
        this.accounts = accounts;
        this.payouts = payouts;
        this.transfers = transfers;
        this.settings = settings;
        this.acting = acting;
    }

    @Override
    public boolean hasOwnPages() {
        return false;
    }

    @Override
    public String open(AccountRequest request) {
        return acting.asPlatform(() -> accounts.open(request).id());
    }

    @Override
    public String onboarding(String account, String returnUrl, String againUrl) {
        acting.asPlatform(() -> accounts.sendBackTo(account, returnUrl));
        return settings.baseUrl() + "/sandbox/onboarding/" + account;
    }

    @Override
    public @Nullable String dashboard(String account) {
        return null;
    }

    @Override
    public AccountFact account(String account) {
        SandboxAccount found = acting.asPlatform(() -> accounts.byId(account));
        boolean verified = found.state() == State.VERIFIED;
        return new AccountFact(
                found.id(),
                found.country(),
                null,
                found.state() != State.NEW,
                verified,
                verified,
                missing(found.state()),
                null,
                verified ? null : "requirements.past_due",
                BY_HAND);
    }

    private static List<Requirement> missing(State state) {
        return switch (state) {
            case NEW ->
                List.of(
                        new Requirement("business_type", Topic.BUSINESS, Urgency.OVERDUE, null),
                        new Requirement("external_account", Topic.BANK_ACCOUNT, Urgency.OVERDUE, null),
                        new Requirement("tos_acceptance.date", Topic.TERMS, Urgency.OVERDUE, null));
            case INCOMPLETE ->
                List.of(new Requirement("individual.verification.document", Topic.DOCUMENT, Urgency.OVERDUE, null));
            case VERIFIED -> List.of();
        };
    }

    @Override
    public AccountFact schedule(String account, PayoutSchedule schedule) {
        throw new PayoutDenied("The sandbox pays out only when you say so.");
    }

    @Override
    public List<BalanceFact> balance(String account) {
        return acting.asPlatform(() -> payouts.balance(account));
    }

    @Override
    public Slice<PayoutFact> payouts(String account, @Nullable String cursor, int limit) {
        long from = place(cursor);
        return slice(acting.asPlatform(() -> payouts.payouts(account, from, limit + 1)), from, limit);
    }

    @Override
    public PayoutFact payout(String account, String payout) {
        return acting.asPlatform(() -> {
            payouts.settle(payout);
            return payouts.payout(account, payout);
        });
    }

    @Override
    public PayoutFact payOut(String key, String account, Money amount) {
        SandboxAccount from = acting.asPlatform(() -> accounts.byId(account));
        return acting.asPlatform(() -> payouts.payOut(from, key, amount));
    }

    @Override
    public Slice<TransferFact> transfers(String account, @Nullable String cursor, int limit) {
        long from = place(cursor);
        return slice(acting.asPlatform(() -> transfers.of(account, from, limit + 1)), from, limit);
    }

    @Override
    public TransferFact transfer(String key, String account, Money amount, String description) {
        return acting.asPlatform(() -> transfers.transfer(key, account, amount, description));
    }

    @Override
    public String reverse(String key, String transfer, Money amount) {
        return acting.asPlatform(() -> transfers.reverse(key, transfer, amount));
    }

    @Override
    public Slice<TransactionFact> transactions(
            String account,
            TransactionFact.@Nullable Kind kind,
            @Nullable String payout,
            @Nullable String cursor,
            int limit) {
        long from = place(cursor);
        String word = kind == null ? null : Wire.name(kind);
        return slice(
                acting.asPlatform(() -> payouts.transactions(account, word, payout, from, limit + 1)), from, limit);
    }

    private static <T> Slice<T> slice(List<T> found, long from, int limit) {
        return Slice.of(found, limit, last -> Long.toString(from + limit));
    }

    private static long place(@Nullable String cursor) {
        if (cursor == null) return 0;
        if (!cursor.matches("\\d{1,9}")) throw InvalidInput.at("cursor", "cursor");
        return Long.parseLong(cursor);
    }
}
