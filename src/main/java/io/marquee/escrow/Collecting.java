package io.marquee.escrow;

import io.marquee.ordering.OrderId;
import io.marquee.ordering.ReservationState;
import io.marquee.ordering.ReservedOrders;
import io.marquee.payment.PaymentEvent.PaymentFailed;
import io.marquee.payment.PaymentId;
import io.marquee.platform.jobs.EachAlone;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stakes that were not taken at first: once all of an order are decided, what was lost is taken. Where it was reserved that is all;
 * where a card was kept it is charged. Each try is a payment that is stored, with its key, in the
 * transaction that counts it; the payment module has it carried out. A bank that refuses is asked again some days later, a few times;
 * where asking again would give the same answer, the buyer is asked to pay in another way.
 */
@Component
class Collecting {
    /** After the first try, the second, the third. Card networks allow more; nobody is to be bothered more often. */
    private static final List<Duration> PAUSES = List.of(Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(7));

    static final int MOST = PAUSES.size() + 1;

    /** Their answer stays the same: the bank wants to ask its customer, or the card is none any more. */
    private static final Set<String> LASTING = Set.of("authentication_failed", "expired_card", "method_gone");

    /** While the buyer may be paying themselves. */
    private static final Duration LATER = Duration.ofMinutes(15);

    private static final int AT_ONCE = 200;

    private final ReservationRows rows;
    private final ReservedOrders orders;
    private final StakeMoves moves;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Collecting(
            ReservationRows rows,
            ReservedOrders orders,
            StakeMoves moves,
            Acting acting,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.orders = orders;
        this.moves = moves;
        this.acting = acting;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return how many orders were decided */
    int decide() {
        List<ReservationRows.Due> due =
                acting.asPlatform(() -> transaction.execute(status -> rows.due(clock.instant(), AT_ONCE)));
        return EachAlone.sum(due, this::decide);
    }

    /** Where stakes are open still, they are charged from here on, and go back as those do. */
    private int decide(ReservationRows.Due due) {
        return acting.asSystem(
                due.organization(),
                () -> transaction.execute(status -> {
                    boolean owed = orders.settle(due.order()) == ReservationState.OWED;
                    boolean decided = rows.decided(due.order(), clock.instant());
                    if (decided && owed) rows.tryAt(due.order(), clock.instant());
                    return decided ? 1 : 0;
                }));
    }

    /** @return how many cards are being charged */
    int charge() {
        List<ReservationRows.Due> due =
                acting.asPlatform(() -> transaction.execute(status -> rows.dueTries(clock.instant(), AT_ONCE)));
        return EachAlone.sum(
                due,
                one -> acting.asSystem(
                        one.organization(), () -> transaction.execute(status -> charge(one.order()) ? 1 : 0)));
    }

    private boolean charge(OrderId order) {
        PaymentId payment = orders.charge(order);
        if (payment != null) rows.tried(order, payment);
        else
            rows.tryAt(
                    order,
                    orders.of(order) == ReservationState.OWED ? clock.instant().plus(LATER) : null);
        return payment != null;
    }

    /** In the payment's transaction, as the system: the stakes that it was for are unpaid. */
    void refused(PaymentFailed failed) {
        Integer tries = rows.refused(failed.payment(), failed.failureCode());
        if (tries == null) return;
        OrderId order = new OrderId(failed.order());
        Instant next = next(tries, failed.failureCode());
        rows.tryAt(order, next);
        moves.unpaid(order, failed.failureCode(), next);
    }

    private @Nullable Instant next(int tries, String failureCode) {
        boolean again = tries < MOST && !LASTING.contains(failureCode);
        return again ? clock.instant().plus(PAUSES.get(tries - 1)) : null;
    }

    /**
     * By the team: the card is charged again now, in their transaction.
     *
     * @throws EscrowRefused when it was charged often enough, or is being charged
     */
    void again(OrderId order) {
        ReservationRows.Tries tries = Objects.requireNonNull(rows.tries(order), "nothing was kept for the order");
        if (tries.failureCode() == null) throw new EscrowRefused.NotFailed();
        if (tries.tries() >= MOST) throw new EscrowRefused.TriedOftenEnough(MOST);
        if (!charge(order)) throw new EscrowRefused.BeingPaid();
    }
}
