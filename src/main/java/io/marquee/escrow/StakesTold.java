package io.marquee.escrow;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.kernel.Money;
import io.marquee.kernel.Wire;
import io.marquee.ordering.OrderId;
import io.marquee.ordering.StakedTickets;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import io.marquee.ticketing.TicketId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells buyers and the team how the stakes of an order stand. */
@Component
class StakesTold implements StakedTickets {
    private final StakeRows rows;
    private final Settlements settlements;
    private final EventReads events;
    private final Acting acting;

    StakesTold(StakeRows rows, Settlements settlements, EventReads events, Acting acting) {
        this.rows = rows;
        this.settlements = settlements;
        this.events = events;
        this.acting = acting;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<TicketId, Stake> of(OrderId order) {
        List<StakeView> stakes = rows.ofOrder(order);
        if (stakes.isEmpty()) return Map.of();
        StakeView first = stakes.getFirst();
        // whoever may see the order may know when its event ends, whatever its visibility by now
        Instant settled = settled(acting.asSystem(first.organization(), () -> events.byId(first.event())));
        Map<TicketId, Stake> found = new LinkedHashMap<>();
        stakes.forEach(stake -> found.put(stake.ticket(), fact(stake, settled)));
        return found;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Told> told(EventView event, OrderId order, @Nullable TicketId only, Text text) {
        Instant settled = settled(event);
        Map<String, List<StakeView>> alike = rows.ofOrder(order).stream()
                .filter(stake -> only == null || stake.ticket().equals(only))
                .collect(Collectors.groupingBy(
                        stake -> Wire.name(stake.state()) + "." + kind(stake),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return alike.values().stream()
                .map(stakes -> told(event, stakes, settled, text))
                .toList();
    }

    /** The dates are those of the last of them. */
    private static Told told(EventView event, List<StakeView> alike, Instant settled, Text text) {
        StakeView last =
                alike.stream().max(Comparator.comparing(StakesTold::latest)).orElseThrow();
        Stake fact = fact(last, settled);
        Instant at = Objects.requireNonNullElse(
                last.state() == StakeState.HELD ? fact.lostAt() : latest(last), Instant.EPOCH);
        String key = "escrow.told." + Wire.name(last.state());
        String own = key + "." + kind(last);
        return new Told(
                tone(last.state()),
                text.get(
                        text.has(own) ? own : key,
                        text.money(sum(alike)),
                        text.dateTime(at, event.details().timeZone())));
    }

    private static String kind(StakeView stake) {
        boolean late = stake.state() == StakeState.RETURNING || stake.state() == StakeState.RETURNED;
        return late && stake.earned() ? "late" : Wire.name(stake.mode());
    }

    private static Instant latest(StakeView stake) {
        if (stake.dueAt() != null) return stake.dueAt();
        return stake.decidedAt() == null ? stake.createdAt() : stake.decidedAt();
    }

    private static Tone tone(StakeState state) {
        return switch (state) {
            case HELD, RETURNING -> Tone.INFO;
            case RETURNED, FORGIVEN -> Tone.GOOD;
            case FORFEITED, FAILED, LAPSED -> Tone.WARN;
            case UNPAID -> Tone.BAD;
        };
    }

    private static Stake fact(StakeView stake, Instant settled) {
        Instant backAt = switch (stake.state()) {
            case RETURNING -> stake.dueAt();
            case RETURNED, FORGIVEN -> stake.decidedAt();
            case HELD, FORFEITED, UNPAID, FAILED, LAPSED -> null;
        };
        Instant lostAt = switch (stake.state()) {
            case HELD -> settled;
            case FORFEITED, UNPAID -> stake.decidedAt();
            case RETURNING, RETURNED, FORGIVEN, FAILED, LAPSED -> null;
        };
        return new Stake(stake.amount(), Wire.name(stake.mode()), Wire.name(stake.state()), backAt, lostAt);
    }

    private static Money sum(Collection<StakeView> stakes) {
        return stakes.stream().map(StakeView::amount).reduce(Money::plus).orElseThrow();
    }

    private Instant settled(EventView event) {
        return acting.asSystem(
                event.organization(),
                () -> event.endsAt().plus(settlements.terms(event.id()).delay()));
    }
}
