package io.marquee.escrow;

import io.marquee.kernel.IllegalMove;
import io.marquee.ordering.Repayments;
import io.marquee.platform.jobs.EachAlone;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.Tickets;
import java.time.Clock;
import java.util.List;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives stakes back to those who came, and takes those of who did not. Each stake that goes back and each batch that is lost
 * is a transaction of its own: wherever this stops, the next pass goes on.
 */
@Component
class Settling {
    private static final int AT_ONCE = 200;

    private final StakeRows rows;
    private final StakeMoves moves;
    private final Settlements settlements;
    private final Collecting collecting;
    private final Repayments repayments;
    private final Tickets tickets;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Settling(
            StakeRows rows,
            StakeMoves moves,
            Settlements settlements,
            Collecting collecting,
            Repayments repayments,
            Tickets tickets,
            Acting acting,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.moves = moves;
        this.settlements = settlements;
        this.collecting = collecting;
        this.repayments = repayments;
        this.tickets = tickets;
        this.acting = acting;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return how many stakes were decided */
    int pass() {
        List<IntSupplier> parts = List.of(this::giveBack, this::settle, collecting::decide, collecting::charge);
        return EachAlone.sum(parts, IntSupplier::getAsInt);
    }

    private int giveBack() {
        List<StakeView> due =
                acting.asPlatform(() -> transaction.execute(status -> rows.due(clock.instant(), AT_ONCE)));
        return EachAlone.sum(due, this::giveBack);
    }

    /** The order is locked first; where the check-in was taken back meanwhile, all of it rolls back. */
    private int giveBack(StakeView stake) {
        return acting.asSystem(
                stake.organization(),
                () -> transaction.execute(status -> {
                    boolean moved = giveBack(stake, StakeState.RETURNING);
                    if (!moved) status.setRollbackOnly();
                    return moved ? 1 : 0;
                }));
    }

    /** Where the team has given all of the order back already, nothing is left for the stake, and its history says so. */
    private boolean giveBack(StakeView stake, StakeState from) {
        boolean left = repayments.repay(stake.order(), stake.ticket(), "stake_returned");
        return !moves.move(List.of(stake.ticket()), from, StakeState.RETURNED, left ? null : "nothing_left")
                .isEmpty();
    }

    private int settle() {
        List<Settlements.Due> due =
                acting.asPlatform(() -> transaction.execute(status -> settlements.due(clock.instant(), AT_ONCE)));
        return EachAlone.sum(due, this::settle);
    }

    private int settle(Settlements.Due due) {
        return acting.asSystem(due.organization(), () -> {
            int all = 0;
            int lost;
            do {
                lost = transaction.execute(status -> tickets.forfeit(due.event(), AT_ONCE));
                all += lost;
            } while (lost == AT_ONCE);
            transaction.executeWithoutResult(status -> settlements.finish(due, clock.instant()));
            return all;
        });
    }

    /** By the team: what the bank refused is tried again, in their transaction. @throws EscrowRefused */
    void retry(StakeView stake) {
        if (stake.state() == StakeState.UNPAID) collecting.again(stake.order());
        else if (!giveBack(stake, StakeState.FAILED)) throw new IllegalMove(stake.state(), StakeState.RETURNED);
    }

    /** By the team: what was lost goes back after all, in their transaction. @throws EscrowRefused */
    void forgive(StakeView stake) {
        if (!repayments.repay(stake.order(), stake.ticket(), "stake_forgiven")) {
            throw new EscrowRefused.NothingLeft();
        }
        if (moves.move(List.of(stake.ticket()), stake.state(), StakeState.FORGIVEN, null)
                .isEmpty()) {
            throw new IllegalMove(stake.state(), StakeState.FORGIVEN);
        }
    }
}
