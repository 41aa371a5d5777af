package io.marquee.ordering;

import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Cursors;
import io.marquee.kernel.IllegalMove;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Refusal;
import io.marquee.kernel.Slice;
import io.marquee.payment.Payments;
import io.marquee.platform.jobs.EachAlone;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.ApprovedTypes;
import io.marquee.ticketing.HoldView;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The team's word on orders of types that are sold only to whom they say yes: money moves only then. */
@Component
public class Approvals {
    public static final int MOST_AT_ONCE = 200;
    private static final int LONGEST = 2000;

    private final ApprovalMoves moves;
    private final ApprovalRows rows;
    private final Orders orders;
    private final Settling settling;
    private final Payments payments;
    private final ApprovedTypes types;
    private final Access access;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Approvals(
            ApprovalMoves moves,
            ApprovalRows rows,
            Orders orders,
            Settling settling,
            Payments payments,
            ApprovedTypes types,
            Access access,
            Acting acting,
            TransactionTemplate transaction,
            Clock clock) {
        this.moves = moves;
        this.rows = rows;
        this.orders = orders;
        this.settling = settling;
        this.payments = payments;
        this.types = types;
        this.access = access;
        this.acting = acting;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What became of several. @param refused those for which it was too late, or that can't be decided, and why */
    public record Decided(List<OrderId> decided, Map<OrderId, Refusal> refused) {}

    /**
     * Whether the team is asked before anybody may have what is held; acting as the system.
     *
     * @param order that was made of it, which stays as it was placed; null before
     */
    @Transactional(readOnly = true)
    public boolean asks(HoldView hold, @Nullable OrderView order) {
        return order == null ? types.any(hold) : order.asksFirst();
    }

    /**
     * In the order in which they came.
     *
     * @param state null for all
     * @throws Refusal unless the actor may see the event's orders
     */
    @Transactional(readOnly = true)
    public Slice<OrderView> ofEvent(
            EventView event, @Nullable ApprovalState state, @Nullable String cursor, int limit) {
        access.require(Permission.SEE_ORDERS, event.organization(), event.id());
        Slice<UUID> found = rows.queue(event.id(), state, Cursors.id(cursor), limit);
        Map<UUID, OrderView> theirs = orders.byIds(found.items()).stream()
                .collect(Collectors.toMap(order -> order.id().value(), Function.identity()));
        return found.map(id -> Objects.requireNonNull(theirs.get(id)));
    }

    /**
     * Says yes to each: what was reserved is taken by a job, and the tickets follow; what is free, or for which a card is kept, has them at
     * once. Each is a transaction of its own.
     *
     * @throws InvalidInput at {@code orders}, {@code note}
     * @throws Refusal unless the actor may decide about the event's money
     */
    public Decided approve(EventView event, List<OrderId> ids, String note) {
        return decide(event, ids, note.strip(), (order, by) -> {
            OrderView approved = moves.approve(order, note.strip(), by);
            ApprovalView approval = Objects.requireNonNull(approved.approval());
            if (approval.payment() == null || approval.keeps()) settling.grant(approved);
            else payments.decideToTake(approval.payment(), approved.total());
        });
    }

    /** Says no to each: nothing is taken, what was reserved is let go of, and the tickets go back on sale. Else as above. */
    public Decided decline(EventView event, List<OrderId> ids, String note) {
        return decide(
                event,
                ids,
                note.strip(),
                (order, by) -> moves.end(
                        order, ApprovalState.DECLINED, OrderState.CANCELLED, "approval_declined", note.strip(), by));
    }

    private interface Deciding {
        void of(OrderView order, @Nullable UUID by);
    }

    private Decided decide(EventView event, List<OrderId> ids, String note, Deciding how) {
        access.require(Permission.REFUND, event.organization(), event.id());
        InvalidInput.gather()
                .check(!ids.isEmpty(), "orders", "required")
                .check(ids.size() <= MOST_AT_ONCE, "orders", "too_many_items", MOST_AT_ONCE)
                .check(note.length() <= LONGEST, "note", "too_long", LONGEST)
                .check(note.indexOf('\0') < 0, "note", "value")
                .orThrow();
        UUID by = Acting.current().id();
        List<OrderId> decided = new ArrayList<>();
        Map<OrderId, Refusal> refused = new LinkedHashMap<>();
        for (OrderId id : new LinkedHashSet<>(ids)) {
            try {
                decide(event, id, how, by);
                decided.add(id);
            } catch (ConcurrencyFailureException busy) {
                // what was decided of the others before stays, and is to be told
                refused.put(id, new OrderRefused.Busy());
            } catch (Refusal refusal) {
                refused.put(id, refusal);
            }
        }
        return new Decided(decided, refused);
    }

    private void decide(EventView event, OrderId id, Deciding how, @Nullable UUID by) {
        Runnable once = () -> acting.asSystem(
                event.organization(), () -> transaction.executeWithoutResult(status -> how.of(asked(event, id), by)));
        try {
            once.run();
        } catch (IllegalMove | ConcurrencyFailureException quicker) {
            once.run();
        }
    }

    private OrderView asked(EventView event, OrderId id) {
        OrderView order = orders.byId(id);
        if (order == null || !order.event().equals(event.id()) || order.approval() == null) throw new NotFound("order");
        if (!order.approval().pending())
            throw new OrderRefused.ApprovalOver(order.approval().state());
        return order;
    }

    /** Ends those that nobody answered. @return how many */
    int lapse() {
        List<ApprovalRows.Due> due =
                acting.asPlatform(() -> transaction.execute(status -> rows.due(clock.instant(), MOST_AT_ONCE)));
        return EachAlone.sum(due, this::lapse);
    }

    /** Where somebody decides at this very moment, they are right. */
    private int lapse(ApprovalRows.Due due) {
        try {
            return acting.asSystem(due.organization(), () -> transaction.execute(status -> lapse(due.order())));
        } catch (OrderRefused quicker) {
            return 0;
        }
    }

    /** Whose order ended meanwhile is let go of, too. */
    private int lapse(OrderId id) {
        OrderView order = Objects.requireNonNull(orders.byId(id));
        if (order.approval() == null || !order.approval().pending()) return 0;
        moves.end(order, ApprovalState.LAPSED, OrderState.EXPIRED, "approval_lapsed", "", null);
        return 1;
    }
}
