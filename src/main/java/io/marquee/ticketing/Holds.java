package io.marquee.ticketing;

import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.ticketing.TicketsRefused.HoldGone;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps tickets for a buyer: all of a cart or nothing, never more than there are. The commands act as the system for the
 * event's organization, on behalf of whoever calls.
 *
 * <p>Locks are taken in one order everywhere: the hold, then what hangs on it (order, payment), then what one person has,
 * then quotas. A command above that changes an order and its hold calls here first.
 */
@Component
public class Holds {
    private final HoldTaking taking;
    private final HoldRows rows;
    private final HoldEnding ending;
    private final ResaleHolds resales;
    private final LateHolds late;
    private final Access access;
    private final Acting acting;
    private final Clock clock;

    Holds(
            HoldTaking taking,
            HoldRows rows,
            HoldEnding ending,
            ResaleHolds resales,
            LateHolds late,
            Access access,
            Acting acting,
            Clock clock) {
        this.taking = taking;
        this.rows = rows;
        this.ending = ending;
        this.resales = resales;
        this.late = late;
        this.access = access;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * Must not be called within a transaction: its own is as short as can be, since everybody waits for the same stock.
     *
     * @param event as its public page shows it
     * @throws TicketsRefused when something of it can't be had; the reason tells how many are left
     * @throws io.marquee.kernel.InvalidInput on an empty cart, unknown types, mixed currencies or too many at once
     */
    public HoldView take(EventView event, Basket basket) {
        return taking.take(event, basket);
    }

    /** The same for somebody who stands before one of the team: they wait in no room. The caller has asked who may sell. */
    public HoldView takeAtCounter(EventView event, Basket basket) {
        return taking.takeAtCounter(event, basket);
    }

    /**
     * @throws NotFound unless the actor may see it: its token's bearer, or the event's team
     * @throws io.marquee.kernel.Forbidden to those of the organization who may not see this event's orders
     */
    @Transactional(readOnly = true)
    public HoldView byId(HoldId id) {
        HoldView hold = rows.find(id).orElseThrow(() -> new NotFound("hold"));
        if (Acting.current() instanceof Actor.Person) {
            access.require(Permission.SEE_ORDERS, hold.organization(), hold.event());
        }
        return hold;
    }

    /**
     * Gives the tickets back; a hold that is no longer active is left as it is.
     *
     * @throws NotFound as in {@link #byId}
     * @throws io.marquee.kernel.Forbidden when one of the team may not
     * @throws TicketsRefused when an order was made of it: the module above gives up both, as the system
     */
    @Transactional
    public HoldView release(HoldId id) {
        HoldView hold = byId(id);
        boolean byOrder = Acting.current() instanceof Actor.System;
        if (Acting.current() instanceof Actor.Person) {
            access.require(Permission.REFUND, hold.organization(), hold.event());
        }
        acting.asSystem(hold.organization(), () -> {
            if (!byOrder && rows.lockedBuyer(id).isPresent()) throw new TicketsRefused.HoldOrdered();
            ending.release(hold);
        });
        return byId(id);
    }

    /** The same by the module itself, as the system; one that is ordered or has ended is left as it is. */
    @Transactional
    public void releaseUnordered(HoldId id) {
        if (rows.lockedBuyer(id).isEmpty()) ending.release(byId(id));
    }

    /**
     * Counts the buyer's limits for this hold, exactly, before an order is made of it. Calling it again changes nothing; with
     * another address the hold counts for that one instead. It locks the hold until the transaction ends.
     *
     * @throws TicketsRefused when the buyer would have more of a type than one person may, or the hold has ended
     */
    @Transactional
    public void claimFor(HoldId id, String buyerEmail) {
        claimFor(byId(id), buyerEmail);
    }

    /** The same for whoever has just read the hold: it is not read again. */
    @Transactional
    public void claimFor(HoldView hold, String buyerEmail) {
        HoldId id = hold.id();
        acting.asSystem(hold.organization(), () -> {
            String buyer = EmailAddress.of(buyerEmail).value();
            if (!rows.claim(hold, buyer, clock.instant())) {
                HoldView now = byId(id);
                if (now.state() != HoldState.ACTIVE) throw new HoldGone(now.state());
                if (!clock.instant().isBefore(now.expiresAt())) throw new HoldGone(HoldState.EXPIRED);
            }
        });
    }

    /**
     * Keeps an active hold until then, whatever its time was: its order waits for somebody else than its buyer.
     *
     * @return false when it was not active any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean keepUntil(HoldId id, Instant until) {
        return rows.keepUntil(id, until);
    }

    /**
     * Turns what is held into sold, in the caller's transaction. A hold that has expired takes its stock anew if there is
     * any: a late payment gets its tickets.
     *
     * @return false when the hold was no longer active and the stock is gone; nothing is changed then
     */
    @Transactional
    public boolean consume(HoldId id) {
        return consume(byId(id));
    }

    /** The same for whoever has just read the hold: it is not read again. */
    @Transactional
    public boolean consume(HoldView hold) {
        return acting.asSystem(
                hold.organization(), () -> ending.consume(hold) || resales.consume(hold) || late.revive(hold));
    }

    /**
     * A hold to be sold.
     *
     * @param buyerEmail normalised
     * @param by who buys it, for the history
     */
    public record Sale(HoldView hold, String buyerEmail, Actor by) {}

    /**
     * {@link #claimFor} and {@link #consume} for many different holds of one organization at once, in the caller's
     * transaction and as the system. It decides about plain cases only: a hold that has ended, was claimed before or would be
     * too much for its buyer is left as it is, for the two to say what is the matter.
     *
     * @return those that were sold
     */
    @Transactional
    public Set<HoldId> sell(List<Sale> sales) {
        return ending.sell(sales, clock.instant());
    }
}
