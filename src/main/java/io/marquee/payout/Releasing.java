package io.marquee.payout;

import io.marquee.kernel.Money;
import io.marquee.ledger.EventBalance;
import io.marquee.ledger.LedgerReads;
import io.marquee.payment.PayoutProviders;
import io.marquee.payment.provider.BalanceFact;
import io.marquee.payment.provider.PayoutAccounts;
import io.marquee.payment.provider.PayoutDenied;
import io.marquee.payment.provider.PayoutFact;
import io.marquee.payment.provider.ProviderDenied;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.platform.jobs.EachAlone;
import io.marquee.platform.tenancy.Acting;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends an event's money to the bank when its time has come. How much is decided and stored with a key before the provider is asked:
 * whoever comes after a crash asks for the same under the same key.
 */
@Component
class Releasing {
    private static final int AT_ONCE = 100;
    /** So often it is looked at, a day apart, whether money is available; then what there is goes. */
    private static final int LOOKS = 14;

    private final ReleaseRows rows;
    private final ReleaseMoves moves;
    private final AccountRows accounts;
    private final PayoutRows payouts;
    private final PayoutProviders providers;
    private final LedgerReads ledger;
    private final Acting acting;
    private final TransactionTemplate transaction;

    Releasing(
            ReleaseRows rows,
            ReleaseMoves moves,
            AccountRows accounts,
            PayoutRows payouts,
            PayoutProviders providers,
            LedgerReads ledger,
            Acting acting,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.moves = moves;
        this.accounts = accounts;
        this.payouts = payouts;
        this.providers = providers;
        this.ledger = ledger;
        this.acting = acting;
        this.transaction = transaction;
    }

    /** @return how many were sent */
    int pass() {
        return EachAlone.sum(acting.asPlatform(() -> rows.due(AT_ONCE)), this::release);
    }

    private int release(ReleaseView due) {
        return acting.asSystem(due.organization(), () -> {
            try {
                if (due.state() != ReleaseState.SENDING && !decide(due)) return 0;
                return send(rows.byId(due.id())) ? 1 : 0;
            } catch (ProviderUnreachable later) {
                return 0;
            }
        });
    }

    /** @return whether it is to be sent */
    private boolean decide(ReleaseView due) {
        List<EventBalance> all = ledger.balances(due.organization(), due.event(), due.provider());
        List<EventBalance> its = all.stream()
                .filter(one -> due.currency() == null
                        || one.balance().currency().getCurrencyCode().equals(due.currency()))
                .toList();
        if (its.stream().anyMatch(one -> !one.stakes().isZero())) return waits(due, ReleaseReason.STAKES_OPEN);
        if (its.stream().anyMatch(one -> !one.disputed().isZero())) return waits(due, ReleaseReason.DISPUTED);
        List<Money> earned = its.stream()
                .map(EventBalance::balance)
                .filter(Money::isPositive)
                .toList();
        if (earned.isEmpty()) return nothing(due, ReleaseReason.NOTHING_EARNED);
        ReleaseView one = due.currency() != null
                ? due
                : rows.split(
                        due,
                        earned.stream()
                                .map(money -> money.currency().getCurrencyCode())
                                .toList());
        return decide(one, earned.getFirst());
    }

    /** The lesser of what the event brought and what is there. */
    private boolean decide(ReleaseView due, Money earned) {
        PayoutAccounts at = providers.accounts(due.provider());
        BalanceFact there = at.balance(account(due)).stream()
                .filter(balance -> balance.available().currency().equals(earned.currency()))
                .findFirst()
                .orElse(new BalanceFact(Money.zero(earned.currency()), Money.zero(earned.currency())));
        boolean enough = there.available().compareTo(earned) >= 0;
        if (!enough && there.pending().isPositive() && rows.waited(due, ReleaseReason.PENDING) < LOOKS) {
            return waits(due, ReleaseReason.PENDING);
        }
        Money less = enough ? earned : there.available();
        long step = at.step(earned.currency());
        Money amount = Money.of(less.amount() / step * step, earned.currency().getCurrencyCode());
        return amount.isPositive()
                ? moves.decide(due, amount, enough ? null : ReleaseReason.LACKING)
                : nothing(due, ReleaseReason.NOTHING_THERE);
    }

    private boolean waits(ReleaseView due, ReleaseReason reason) {
        moves.await(due, reason);
        return false;
    }

    private boolean nothing(ReleaseView due, ReleaseReason reason) {
        moves.nothing(due, reason);
        return false;
    }

    /** @return whether the provider sends it */
    private boolean send(ReleaseView decided) {
        try {
            String account = account(decided);
            PayoutFact fact = providers
                    .accounts(decided.provider())
                    .payOut(rows.key(decided), account, Objects.requireNonNull(decided.amount()));
            transaction.executeWithoutResult(status -> {
                payouts.told(decided.organization(), decided.provider(), account, fact);
                moves.sent(decided, fact.ref());
                moves.returned(decided.provider(), fact.ref());
            });
            return true;
        } catch (PayoutDenied denied) {
            moves.failed(decided, denied.why());
        } catch (ProviderDenied denied) {
            moves.failed(decided, String.valueOf(denied.getMessage()));
        }
        return false;
    }

    private String account(ReleaseView release) {
        return Objects.requireNonNull(accounts.find(release.organization(), release.provider())
                .orElseThrow()
                .account());
    }
}
