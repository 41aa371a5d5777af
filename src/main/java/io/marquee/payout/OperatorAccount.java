package io.marquee.payout;

import io.marquee.kernel.Money;
import io.marquee.payment.OtherBooks;
import io.marquee.payment.PayoutProviders;
import io.marquee.payment.provider.OperatorBooks;
import io.marquee.payment.provider.PayoutFact;
import io.marquee.payment.provider.TransactionFact;
import io.marquee.payout.OperatorMoveView.Kind;
import io.marquee.platform.tenancy.Acting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The operator's own account, compared with what was seen of it: payouts to the operator's bank follow the provider's word, and none
 * changes its amount or disappears unseen; what the provider took by itself is written down.
 */
@Component
class OperatorAccount implements OtherBooks {
    private static final int AT_ONCE = 100;

    private final PayoutProviders providers;
    private final OperatorMoves moves;
    private final Acting acting;

    OperatorAccount(PayoutProviders providers, OperatorMoves moves, Acting acting) {
        this.providers = providers;
        this.moves = moves;
        this.acting = acting;
    }

    @Override
    public List<String> accounts(String provider) {
        return List.of();
    }

    @Override
    public Covered compare(String provider, @Nullable String account, Instant from, Instant until, Listing listing) {
        OperatorBooks books = account == null ? providers.operatorBooks(provider) : null;
        return books == null
                ? Covered.NOTHING
                : payouts(provider, books, from, until, listing).plus(fees(provider, books, from));
    }

    private Covered payouts(String provider, OperatorBooks books, Instant from, Instant until, Listing listing) {
        Map<String, Money> unseen = acting.asPlatform(() -> moves.payouts(provider, from, until));
        int[] tally = new int[3];
        AccountBooks.each(
                cursor -> books.ownPayouts(cursor, AT_ONCE),
                PayoutFact::createdAt,
                from,
                some -> some.forEach(fact -> {
                    tally[0]++;
                    if (acting.asPlatform(() -> moves.told(payout(provider, fact)))) tally[1]++;
                    Money here = unseen.remove(fact.ref());
                    if (here != null
                            && !here.equals(fact.amount())
                            && listing.list(null, "payout_amount", fact.ref(), here, fact.amount())) {
                        tally[2]++;
                    }
                }));
        unseen.forEach((ref, amount) -> {
            if (listing.list(null, "payout_missing_there", ref, amount, "none")) tally[2]++;
        });
        return new Covered(tally[0], 0, 0, tally[1], tally[2]);
    }

    private Covered fees(String provider, OperatorBooks books, Instant from) {
        int[] tally = new int[2];
        AccountBooks.each(
                cursor -> books.ownFees(cursor, AT_ONCE),
                TransactionFact::createdAt,
                from,
                some -> some.forEach(fact -> {
                    tally[0]++;
                    if (acting.asPlatform(() -> moves.told(fee(provider, fact)))) tally[1]++;
                }));
        return new Covered(0, 0, tally[0], tally[1], 0);
    }

    private static OperatorMoveView payout(String provider, PayoutFact fact) {
        return new OperatorMoveView(
                provider, fact.ref(), Kind.PAYOUT, fact.standing(), fact.amount(), fact.createdAt());
    }

    private static OperatorMoveView fee(String provider, TransactionFact fact) {
        Money taken = Money.zero(fact.net().currency()).minus(fact.net());
        return new OperatorMoveView(provider, fact.ref(), Kind.FEE, null, taken, fact.createdAt());
    }
}
