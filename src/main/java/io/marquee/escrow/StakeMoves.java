package io.marquee.escrow;

import io.marquee.audit.History;
import io.marquee.escrow.StakeEvent.StakeForgiven;
import io.marquee.escrow.StakeEvent.StakesComeBack;
import io.marquee.escrow.StakeEvent.StakesLost;
import io.marquee.escrow.StakeEvent.StakesUnpaid;
import io.marquee.kernel.Money;
import io.marquee.ledger.Ledger;
import io.marquee.ledger.Posting;
import io.marquee.ledger.Postings;
import io.marquee.ordering.OrderId;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The moves of stakes: each a compare-and-set with its row in the history and in the books. */
@Component
class StakeMoves {
    /** So long a check-in can be taken back before its money is on its way. */
    static final Duration GRACE = Duration.ofMinutes(10);

    private final StakeRows rows;
    private final History history;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StakeMoves(StakeRows rows, History history, Ledger ledger, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.history = history;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    void hold(TicketView ticket, StakeMode mode) {
        if (!rows.insert(ticket, mode, clock.instant())) return;
        StakeView stake = Objects.requireNonNull(rows.byTicket(ticket.id()));
        history.record(subject(stake), null, StakeState.HELD, null);
        if (mode == StakeMode.CHARGED) ledger.post(held(stake));
    }

    /** What was reserved for the order was taken while some of its stakes are open: they are held from here on. */
    void charge(OrderId order) {
        ledger.post(rows.charge(order).stream().map(this::held).toList());
    }

    /** They had come: it goes back, though it was lost meanwhile. */
    void comeBack(List<TicketId> tickets) {
        rows.lock(tickets);
        move(tickets, StakeState.FORFEITED, StakeState.RETURNING, "came_after_all");
        move(tickets, StakeState.UNPAID, StakeState.RETURNING, "came_after_all");
    }

    /** The bank let go of what was reserved for the order. Who came loses nothing by it. */
    void lapse(OrderId order) {
        List<TicketId> theirs = rows.ofOrder(order).stream()
                .filter(stake -> stake.mode() != StakeMode.CHARGED)
                .map(StakeView::ticket)
                .toList();
        move(theirs, StakeState.RETURNING, StakeState.RETURNED, "reservation_lapsed");
        move(theirs, StakeState.HELD, StakeState.LAPSED, "reservation_lapsed");
        move(theirs, StakeState.FORFEITED, StakeState.LAPSED, "reservation_lapsed");
        move(theirs, StakeState.UNPAID, StakeState.LAPSED, "reservation_lapsed");
    }

    /** The card that was kept for the order was refused. @param nextTry null where it is not charged again by itself */
    void unpaid(OrderId order, String failureCode, @Nullable Instant nextTry) {
        move(tickets(order), StakeState.FORFEITED, StakeState.UNPAID, failureCode);
        List<StakeView> unpaid = rows.ofOrder(order).stream()
                .filter(stake -> stake.state() == StakeState.UNPAID)
                .toList();
        if (unpaid.isEmpty()) return;
        StakeView first = unpaid.getFirst();
        Money sum = unpaid.stream().map(StakeView::amount).reduce(Money::plus).orElseThrow();
        events.publishEvent(new StakesUnpaid(
                order, first.event(), first.organization(), sum, failureCode, nextTry, clock.instant()));
    }

    /** What was refused of a card has come after all. */
    void paid(OrderId order) {
        rows.move(tickets(order), StakeState.UNPAID, StakeState.FORFEITED, clock.instant(), null)
                .forEach(stake ->
                        history.record(subject(stake), StakeState.UNPAID, StakeState.FORFEITED, "paid_after_all"));
    }

    private List<TicketId> tickets(OrderId order) {
        return rows.ofOrder(order).stream().map(StakeView::ticket).toList();
    }

    private Posting held(StakeView stake) {
        return Postings.stakeHeld(
                about(stake), stake.ticket().value(), stake.ticketType().value(), stake.amount());
    }

    /** @return those that moved: somebody else was quicker with the others */
    List<StakeView> move(List<TicketId> tickets, StakeState from, StakeState to, @Nullable String reason) {
        Instant now = clock.instant();
        List<StakeView> moved = rows.move(tickets, from, to, now, to == StakeState.RETURNING ? now.plus(GRACE) : null);
        moved.forEach(stake -> history.record(subject(stake), from, to, reason));
        ledger.post(
                moved.stream().flatMap(stake -> posting(stake, from).stream()).toList());
        tell(moved, from, to);
        return moved;
    }

    /** Once for each order: its buyer gets one mail. */
    private void tell(List<StakeView> moved, StakeState from, StakeState to) {
        moved.stream()
                .collect(Collectors.groupingBy(StakeView::order, LinkedHashMap::new, Collectors.toList()))
                .forEach((order, stakes) -> {
                    Money sum = stakes.stream()
                            .map(StakeView::amount)
                            .reduce(Money::plus)
                            .orElseThrow();
                    StakeEvent told = told(order, stakes.getFirst(), sum, from);
                    if (told != null) events.publishEvent(told);
                });
    }

    private @Nullable StakeEvent told(OrderId order, StakeView first, Money sum, StakeState from) {
        boolean charged = first.mode() == StakeMode.CHARGED;
        return switch (first.state()) {
            case FORFEITED -> new StakesLost(order, first.event(), first.organization(), sum, charged, clock.instant());
            case FORGIVEN ->
                new StakeForgiven(order, first.event(), first.organization(), sum, charged, clock.instant());
            case RETURNING ->
                from == StakeState.HELD
                        ? null
                        : new StakesComeBack(order, first.event(), first.organization(), sum, clock.instant());
            case HELD, RETURNED, UNPAID, FAILED, LAPSED -> null;
        };
    }

    /**
     * What was earned before it was known that they came, or is forgiven, goes back as any refund does. So does what failed: it left
     * the stakes held when it was on its way for the first time. What is only reserved, or less, is nobody's, and what is taken of
     * it was earned.
     */
    private List<Posting> posting(StakeView stake, StakeState from) {
        if (from == StakeState.FAILED || stake.earned() || stake.mode() != StakeMode.CHARGED) return List.of();
        return switch (stake.state()) {
            case RETURNED ->
                List.of(Postings.stakeReturned(
                        about(stake), stake.ticket().value(), stake.ticketType().value(), stake.amount()));
            case FORFEITED ->
                List.of(Postings.stakeForfeited(
                        about(stake), stake.ticket().value(), stake.ticketType().value(), stake.amount()));
            case HELD, RETURNING, UNPAID, FORGIVEN, FAILED, LAPSED -> List.of();
        };
    }

    private Posting.About about(StakeView stake) {
        return new Posting.About(
                stake.organization(), stake.event(), stake.order().value(), null, clock.instant());
    }

    private static History.Subject subject(StakeView stake) {
        return new History.Subject("stake", stake.ticket().value(), stake.organization(), stake.event());
    }
}
