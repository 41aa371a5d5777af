package io.marquee.escrow;

import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Cursors;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Slice;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.StakedTypes;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketTypeId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An event's stakes, for its team. */
@Component
public class Stakes {
    private final StakeRows rows;
    private final Settlements settlements;
    private final Settling settling;
    private final StakedTypes types;
    private final Access access;
    private final Acting acting;
    private final Clock clock;

    Stakes(
            StakeRows rows,
            Settlements settlements,
            Settling settling,
            StakedTypes types,
            Access access,
            Acting acting,
            Clock clock) {
        this.rows = rows;
        this.settlements = settlements;
        this.settling = settling;
        this.types = types;
        this.access = access;
        this.acting = acting;
        this.clock = clock;
    }

    /** What buyers agree to. */
    @Transactional(readOnly = true)
    public StakeTerms terms(EventId event) {
        return settlements.terms(event);
    }

    /**
     * Which of the event's ticket types are stakes, and what becomes of them.
     *
     * @throws InvalidInput at {@code types}, {@code delayHours}, {@code forgiveDays}
     * @throws io.marquee.kernel.Refusal
     */
    @Transactional
    public void choose(EventView event, Collection<TicketTypeId> staked, StakeTerms terms) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        terms.check();
        types.choose(event.organization(), event.id(), staked);
        acting.asSystem(event.organization(), () -> settlements.change(event.id(), event.organization(), terms));
    }

    /** In the order of their tickets. @param state null for all. @throws io.marquee.kernel.Refusal */
    @Transactional(readOnly = true)
    public Slice<StakeView> ofEvent(EventView event, @Nullable StakeState state, @Nullable String cursor, int limit) {
        access.require(Permission.SEE_ORDERS, event.organization(), event.id());
        return rows.ofEvent(event.id(), state, Cursors.id(cursor), limit);
    }

    /** @throws io.marquee.kernel.Refusal */
    @Transactional(readOnly = true)
    public List<StakeSum> sums(EventView event) {
        access.require(Permission.SEE_ORDERS, event.organization(), event.id());
        return rows.sums(event.id());
    }

    /**
     * A stake that was lost goes back after all.
     *
     * @throws NotFound
     * @throws EscrowRefused when it was not lost, or that was too long ago
     */
    @Transactional
    public StakeView forgive(TicketId ticket) {
        StakeView stake = rows.byTicket(ticket);
        if (stake == null) throw new NotFound("stake");
        access.require(Permission.REFUND, stake.organization(), stake.event());
        boolean lost = stake.state() == StakeState.FORFEITED || stake.state() == StakeState.UNPAID;
        if (!lost || stake.decidedAt() == null) throw new EscrowRefused.NotForfeited();
        StakeTerms terms = settlements.terms(stake.event());
        if (clock.instant().isAfter(stake.decidedAt().plus(terms.mercy()))) {
            throw new EscrowRefused.TooLateToForgive(terms.forgiveDays());
        }
        return acting.asSystem(stake.organization(), () -> {
            settling.forgive(stake);
            return Objects.requireNonNull(rows.byTicket(ticket));
        });
    }

    /**
     * What a bank refused is tried again: to send a stake back, or to charge the card that was kept for one.
     *
     * @throws NotFound
     * @throws EscrowRefused when it was not refused, is on its way again, or the card was charged often enough
     */
    @Transactional
    public StakeView retry(TicketId ticket) {
        StakeView stake = rows.byTicket(ticket);
        if (stake == null) throw new NotFound("stake");
        access.require(Permission.REFUND, stake.organization(), stake.event());
        if (stake.state() != StakeState.FAILED && stake.state() != StakeState.UNPAID)
            throw new EscrowRefused.NotFailed();
        return acting.asSystem(stake.organization(), () -> {
            settling.retry(stake);
            return Objects.requireNonNull(rows.byTicket(ticket));
        });
    }
}
