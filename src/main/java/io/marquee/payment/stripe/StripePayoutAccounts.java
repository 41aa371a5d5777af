package io.marquee.payment.stripe;

import com.stripe.model.Account;
import com.stripe.model.Balance;
import com.stripe.model.HasId;
import com.stripe.model.Payout;
import com.stripe.model.StripeCollection;
import com.stripe.param.AccountCreateParams;
import com.stripe.param.AccountCreateParams.Controller;
import com.stripe.param.AccountLinkCreateParams;
import com.stripe.param.AccountUpdateParams;
import com.stripe.param.AccountUpdateParams.Settings.Payouts.Schedule;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.PayoutCreateParams;
import com.stripe.param.PayoutListParams;
import com.stripe.param.PayoutRetrieveParams;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Slice;
import io.marquee.payment.provider.AccountFact;
import io.marquee.payment.provider.AccountRequest;
import io.marquee.payment.provider.BalanceFact;
import io.marquee.payment.provider.OperatorBooks;
import io.marquee.payment.provider.PayoutAccounts;
import io.marquee.payment.provider.PayoutDenied;
import io.marquee.payment.provider.PayoutFact;
import io.marquee.payment.provider.PayoutSchedule;
import io.marquee.payment.provider.TransactionFact;
import io.marquee.payment.provider.TransferFact;
import io.marquee.platform.config.Settings.Stripe.Connect;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Organizers' accounts at Stripe. With direct charges an account has Stripe's whole dashboard, pays Stripe's fees and bears
 * its losses; with destination charges it has the small one, and the operator pays and bears. The operator's own is read the same way.
 */
@Component
class StripePayoutAccounts implements PayoutAccounts, OperatorBooks {
    private static final long LATEST = 100;

    private final StripeApi api;
    private final StripeTransfers transfers;

    StripePayoutAccounts(StripeApi api, StripeTransfers transfers) {
        this.api = api;
        this.transfers = transfers;
    }

    @Override
    public String open(AccountRequest request) {
        boolean passesOn = api.settings() != null && api.settings().connect() == Connect.DESTINATION;
        AccountCreateParams params = AccountCreateParams.builder()
                .setCountry(request.country())
                .setEmail(request.email())
                .setController(passesOn ? ofTheOperator() : ofItsOwn())
                .setBusinessProfile(AccountCreateParams.BusinessProfile.builder()
                        .setName(request.name())
                        .build())
                .setCapabilities(AccountCreateParams.Capabilities.builder()
                        .setCardPayments(AccountCreateParams.Capabilities.CardPayments.builder()
                                .setRequested(true)
                                .build())
                        .setTransfers(AccountCreateParams.Capabilities.Transfers.builder()
                                .setRequested(true)
                                .build())
                        .build())
                .putMetadata(ChargeParams.REFERENCE, request.reference())
                .build();
        return denied(() -> api.ask(stripe -> stripe.v1().accounts().create(params, api.once(request.key(), null)))
                .getId());
    }

    private static Controller ofItsOwn() {
        return Controller.builder()
                .setFees(Controller.Fees.builder()
                        .setPayer(Controller.Fees.Payer.ACCOUNT)
                        .build())
                .setLosses(Controller.Losses.builder()
                        .setPayments(Controller.Losses.Payments.STRIPE)
                        .build())
                .setStripeDashboard(Controller.StripeDashboard.builder()
                        .setType(Controller.StripeDashboard.Type.FULL)
                        .build())
                .build();
    }

    private static Controller ofTheOperator() {
        return Controller.builder()
                .setFees(Controller.Fees.builder()
                        .setPayer(Controller.Fees.Payer.APPLICATION)
                        .build())
                .setLosses(Controller.Losses.builder()
                        .setPayments(Controller.Losses.Payments.APPLICATION)
                        .build())
                .setStripeDashboard(Controller.StripeDashboard.builder()
                        .setType(Controller.StripeDashboard.Type.EXPRESS)
                        .build())
                .build();
    }

    @Override
    public String onboarding(String account, String returnUrl, String againUrl) {
        AccountLinkCreateParams params = AccountLinkCreateParams.builder()
                .setAccount(account)
                .setType(AccountLinkCreateParams.Type.ACCOUNT_ONBOARDING)
                .setReturnUrl(returnUrl)
                .setRefreshUrl(againUrl)
                .build();
        return denied(() ->
                api.ask(stripe -> stripe.v1().accountLinks().create(params)).getUrl());
    }

    @Override
    public @Nullable String dashboard(String account) {
        Account found = retrieve(account);
        String kind = found.getController() == null || found.getController().getStripeDashboard() == null
                ? "none"
                : found.getController().getStripeDashboard().getType();
        return switch (kind) {
            case "full" -> "https://dashboard.stripe.com/";
            case "express" ->
                api.ask(stripe -> stripe.v1().accounts().loginLinks().create(account))
                        .getUrl();
            default -> null;
        };
    }

    @Override
    public AccountFact account(String account) {
        try {
            return AccountFacts.of(retrieve(account));
        } catch (StripeRefusal refusal) {
            return AccountFacts.gone(account);
        }
    }

    private Account retrieve(String account) {
        return api.ask(stripe -> stripe.v1().accounts().retrieve(account, api.reading(null)));
    }

    @Override
    public AccountFact schedule(String account, PayoutSchedule wanted) {
        Schedule.Builder schedule = Schedule.builder()
                .setInterval(Schedule.Interval.valueOf(wanted.interval().name()));
        if (wanted.weekday() != null) {
            schedule.setWeeklyAnchor(
                    Schedule.WeeklyAnchor.valueOf(wanted.weekday().name()));
        }
        if (wanted.day() != null) schedule.setMonthlyAnchor(wanted.day().longValue());
        AccountUpdateParams params = AccountUpdateParams.builder()
                .setSettings(AccountUpdateParams.Settings.builder()
                        .setPayouts(AccountUpdateParams.Settings.Payouts.builder()
                                .setSchedule(schedule.build())
                                .build())
                        .build())
                .build();
        return denied(() ->
                AccountFacts.of(api.ask(stripe -> stripe.v1().accounts().update(account, params, api.reading(null)))));
    }

    @Override
    public List<BalanceFact> balance(String account) {
        Balance balance = denied(() -> api.ask(stripe -> stripe.v1().balance().retrieve(api.reading(account))));
        Map<String, Money> available = new TreeMap<>();
        Map<String, Money> pending = new TreeMap<>();
        balance.getAvailable()
                .forEach(sum ->
                        available.put(code(sum.getCurrency()), StripeMoney.nearly(sum.getAmount(), sum.getCurrency())));
        balance.getPending()
                .forEach(sum ->
                        pending.put(code(sum.getCurrency()), StripeMoney.nearly(sum.getAmount(), sum.getCurrency())));
        pending.forEach((code, sum) -> available.putIfAbsent(code, Money.zero(sum.currency())));
        return available.entrySet().stream()
                .map(e -> new BalanceFact(
                        e.getValue(),
                        pending.getOrDefault(e.getKey(), Money.zero(e.getValue().currency()))))
                .toList();
    }

    private static String code(String currency) {
        return currency.toUpperCase(Locale.ROOT);
    }

    @Override
    public Slice<PayoutFact> payouts(String account, @Nullable String cursor, int limit) {
        return payoutsOf(account, cursor, limit);
    }

    @Override
    public Slice<PayoutFact> ownPayouts(@Nullable String cursor, int limit) {
        return payoutsOf(null, cursor, limit);
    }

    private Slice<PayoutFact> payoutsOf(@Nullable String account, @Nullable String cursor, int limit) {
        PayoutListParams params = PayoutListParams.builder()
                .setLimit((long) limit)
                .setStartingAfter(place(cursor))
                .addExpand("data.destination")
                .build();
        return listed(
                () -> api.ask(stripe -> stripe.v1().payouts().list(params, api.reading(account))), PayoutFacts::payout);
    }

    @Override
    public PayoutFact payout(String account, String payout) {
        PayoutRetrieveParams params =
                PayoutRetrieveParams.builder().addExpand("destination").build();
        try {
            return PayoutFacts.payout(
                    api.ask(stripe -> stripe.v1().payouts().retrieve(payout, params, api.reading(account))));
        } catch (StripeRefusal refusal) {
            throw new NotFound("payout");
        }
    }

    @Override
    public long step(Currency currency) {
        return StripeMoney.payoutStep(currency);
    }

    @Override
    public PayoutFact payOut(String key, String account, Money amount) {
        PayoutCreateParams params = PayoutCreateParams.builder()
                .setAmount(StripeMoney.amount(amount))
                .setCurrency(StripeMoney.currency(amount))
                .putMetadata(ChargeFacts.KEY, key)
                .build();
        return denied(() -> PayoutFacts.payout(made(key, account)
                .orElseGet(() -> api.ask(stripe -> stripe.v1().payouts().create(params, api.once(key, account))))));
    }

    /** Keys are forgotten after a day: what was made with one is among the latest. */
    private Optional<Payout> made(String key, String account) {
        PayoutListParams params = PayoutListParams.builder()
                .setLimit(LATEST)
                .addExpand("data.destination")
                .build();
        return api.ask(stripe -> stripe.v1().payouts().list(params, api.reading(account))).getData().stream()
                .filter(payout -> key.equals(ChargeFacts.meta(payout.getMetadata(), ChargeFacts.KEY)))
                .findFirst();
    }

    @Override
    public Slice<TransferFact> transfers(String account, @Nullable String cursor, int limit) {
        return transfers.of(account, cursor, limit);
    }

    @Override
    public TransferFact transfer(String key, String account, Money amount, String description) {
        return transfers.transfer(key, account, amount, description);
    }

    @Override
    public String reverse(String key, String transfer, Money amount) {
        return transfers.reverse(key, transfer, amount);
    }

    @Override
    public Slice<TransactionFact> transactions(
            String account,
            TransactionFact.@Nullable Kind kind,
            @Nullable String payout,
            @Nullable String cursor,
            int limit) {
        return transactionsOf(account, kind, payout, cursor, limit);
    }

    @Override
    public Slice<TransactionFact> ownFees(@Nullable String cursor, int limit) {
        return transactionsOf(null, TransactionFact.Kind.FEE, null, cursor, limit);
    }

    private Slice<TransactionFact> transactionsOf(
            @Nullable String account,
            TransactionFact.@Nullable Kind kind,
            @Nullable String payout,
            @Nullable String cursor,
            int limit) {
        BalanceTransactionListParams params = BalanceTransactionListParams.builder()
                .setType(kind == null ? null : PayoutFacts.type(kind))
                .setPayout(payout)
                .setLimit((long) limit)
                .setStartingAfter(place(cursor))
                .build();
        return listed(
                () -> api.ask(stripe -> stripe.v1().balanceTransactions().list(params, api.reading(account))),
                PayoutFacts::transaction);
    }

    static @Nullable String place(@Nullable String cursor) {
        if (cursor != null && !cursor.matches("\\w{1,100}")) throw InvalidInput.at("cursor", "cursor");
        return cursor;
    }

    static <S extends HasId, T> Slice<T> listed(Answered<StripeCollection<S>> page, Function<S, T> read) {
        try {
            StripeCollection<S> found = page.get();
            boolean more =
                    Boolean.TRUE.equals(found.getHasMore()) && !found.getData().isEmpty();
            return new Slice<>(
                    found.getData().stream().map(read).toList(),
                    more ? found.getData().getLast().getId() : null);
        } catch (StripeRefusal refusal) {
            if (refusal.isMissing()) throw InvalidInput.at("cursor", "cursor");
            throw new PayoutDenied(refusal.words());
        }
    }

    /** @param <T> what Stripe answers */
    interface Answered<T> {
        T get();
    }

    static <T> T denied(Answered<T> question) {
        try {
            return question.get();
        } catch (StripeRefusal refusal) {
            throw new PayoutDenied(refusal.words());
        }
    }
}
