package io.marquee.payout;

import io.marquee.kernel.Money;
import io.marquee.kernel.Slice;
import io.marquee.payment.OtherBooks;
import io.marquee.payment.PayoutProviders;
import io.marquee.payment.provider.PayoutAccounts;
import io.marquee.payment.provider.PayoutDenied;
import io.marquee.payment.provider.PayoutFact;
import io.marquee.payment.provider.ProviderDenied;
import io.marquee.payment.provider.TransactionFact;
import io.marquee.payment.provider.TransferFact;
import io.marquee.platform.tenancy.Acting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What moved in an organization's account beside its payments, compared with ours: payouts follow the provider's word, fees
 * that it took are booked, and what was passed on by hand must be there as it is here.
 */
@Component
class AccountBooks implements OtherBooks {
    private static final Logger log = LoggerFactory.getLogger(AccountBooks.class);
    private static final int AT_ONCE = 100;
    /** What we stored may reach the provider later, where it did not answer. */
    private static final Duration BETWEEN_CLOCKS = Duration.ofDays(1);

    private final PayoutProviders providers;
    private final AccountRows accounts;
    private final PayoutRows payouts;
    private final TransferRows transfers;
    private final AccountFees fees;
    private final Acting acting;

    AccountBooks(
            PayoutProviders providers,
            AccountRows accounts,
            PayoutRows payouts,
            TransferRows transfers,
            AccountFees fees,
            Acting acting) {
        this.providers = providers;
        this.accounts = accounts;
        this.payouts = payouts;
        this.transfers = transfers;
        this.fees = fees;
        this.acting = acting;
    }

    /** One account at its provider, over a span of time. */
    private record Book(
            PayoutAccountView of, String account, PayoutAccounts at, Instant from, Instant until, Listing listing) {
        boolean list(String kind, String ref, Object expected, Object found) {
            return listing.list(of.organization(), kind, ref, expected, found);
        }
    }

    @Override
    public List<String> accounts(String provider) {
        if (!providers.has(provider)) return List.of();
        return accounts.payingOut().stream()
                .filter(account -> account.provider().equals(provider))
                .map(account -> Objects.requireNonNull(account.account()))
                .toList();
    }

    @Override
    public Covered compare(String provider, @Nullable String account, Instant from, Instant until, Listing listing) {
        if (account == null) return Covered.NOTHING;
        PayoutAccountView of =
                acting.asPlatform(() -> accounts.byAccount(provider, account)).orElse(null);
        if (of == null || !providers.has(provider)) return Covered.NOTHING;
        Book book = new Book(of, account, providers.accounts(provider), from, until, listing);
        try {
            return payouts(book).plus(transfers(book)).plus(fees(book));
        } catch (PayoutDenied | ProviderDenied closed) {
            log.warn("{} does not show the books of {}", provider, account, closed);
            return Covered.NOTHING;
        }
    }

    private Covered payouts(Book book) {
        Map<String, Money> unseen = acting.asPlatform(
                () -> payouts.between(book.of().provider(), book.account(), book.from(), book.until()));
        Tally tally = new Tally();
        each(
                cursor -> book.at().payouts(book.account(), cursor, AT_ONCE),
                PayoutFact::createdAt,
                book.from(),
                some -> some.forEach(fact -> {
                    tally.seen++;
                    if (told(book, fact)) tally.repaired++;
                    Money here = unseen.remove(fact.ref());
                    if (here != null && !here.equals(fact.amount())) {
                        tally.found(book.list("payout_amount", fact.ref(), here, fact.amount()));
                    }
                }));
        unseen.forEach((ref, amount) -> tally.found(book.list("payout_missing_there", ref, amount, "none")));
        return new Covered(tally.seen, 0, 0, tally.repaired, tally.found);
    }

    private boolean told(Book book, PayoutFact fact) {
        PayoutAccountView of = book.of();
        return acting.asSystem(
                of.organization(), () -> payouts.told(of.organization(), of.provider(), book.account(), fact));
    }

    private Covered transfers(Book book) {
        Map<String, TransferRows.Booked> unseen =
                acting.asPlatform(() -> transfers.booked(book.of().provider(), book.account(), book.from()));
        Tally tally = new Tally();
        each(
                cursor -> book.at().transfers(book.account(), cursor, AT_ONCE),
                TransferFact::createdAt,
                book.from(),
                some -> some.stream().filter(fact -> fact.charge() == null).forEach(fact -> {
                    tally.seen++;
                    compare(book, unseen.remove(fact.ref()), fact, tally);
                }));
        unseen.forEach((ref, here) -> {
            boolean settled = here.createdAt().isBefore(book.until().minus(BETWEEN_CLOCKS));
            tally.found(settled && book.list("transfer_missing_there", ref, here.amount(), "none"));
        });
        return new Covered(0, tally.seen, 0, tally.repaired, tally.found);
    }

    private static void compare(Book book, TransferRows.@Nullable Booked here, TransferFact there, Tally tally) {
        if (here == null) {
            boolean settled = there.createdAt().isBefore(book.until());
            tally.found(settled && book.list("transfer_unknown", there.ref(), "none", there.amount()));
        } else if (!here.amount().equals(there.amount())) {
            tally.found(book.list("transfer_amount", there.ref(), here.amount(), there.amount()));
        } else if (!here.moving() && !here.reversed().equals(there.reversed())) {
            tally.found(book.list("transfer_reversed", there.ref(), here.reversed(), there.reversed()));
        }
    }

    private Covered fees(Book book) {
        Tally tally = new Tally();
        each(
                cursor -> book.at().transactions(book.account(), TransactionFact.Kind.FEE, null, cursor, AT_ONCE),
                TransactionFact::createdAt,
                book.from(),
                some -> {
                    tally.seen += some.size();
                    tally.repaired +=
                            acting.asSystem(book.of().organization(), () -> fees.told(book.of(), book.account(), some));
                });
        return new Covered(0, 0, tally.seen, tally.repaired, tally.found);
    }

    /** Page by page, newest first, until they are older. */
    static <T> void each(
            Function<@Nullable String, Slice<T>> page,
            Function<T, Instant> madeAt,
            Instant from,
            Consumer<List<T>> work) {
        @Nullable String cursor = null;
        boolean older = false;
        do {
            Slice<T> slice = page.apply(cursor);
            List<T> some = new ArrayList<>(slice.items());
            older = some.removeIf(one -> madeAt.apply(one).isBefore(from));
            work.accept(some);
            cursor = older ? null : slice.next();
        } while (cursor != null);
    }

    /** What a part of the books has shown. */
    private static final class Tally {
        private int seen;
        private int repaired;
        private int found;

        void found(boolean anew) {
            if (anew) found++;
        }
    }
}
