package io.marquee.seating;

import io.marquee.kernel.EventId;
import io.marquee.seating.SeatPlan.Seat;
import io.marquee.seating.SeatPlan.Section;
import io.marquee.seating.SeatPlan.Spot;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which seats somebody gets, by the plan and the states in memory; whether they are free yet, the taking finds out. */
@Component
public class SeatChoice {
    private final SeatPlans plans;

    SeatChoice(SeatPlans plans) {
        this.plans = plans;
    }

    /**
     * The best seats that are free and in a section which sells all of these types.
     *
     * @param rank as many of the best choices are left to others
     * @return as many as wanted, or none
     */
    public List<UUID> best(EventId event, Collection<UUID> types, int wanted, Set<UUID> without, int rank) {
        SeatPlan plan = plans.of(event).orElseThrow();
        SeatStates states = plans.states(event).orElseThrow();
        Map<UUID, Spot> spots = plans.spots(event);
        List<Section> sections = plan.sections().stream()
                .filter(section -> section.ticketTypes().containsAll(types))
                .filter(section -> !section.rows().isEmpty())
                .toList();
        return new BestSeats(plan.noOrphans())
                .choose(sections, seat -> isFree(seat, spots, states) && !without.contains(seat.id()), wanted, rank);
    }

    /**
     * A seat that the choice would leave alone, where the event's team does not want that.
     *
     * @param chosen seats of the event's plan
     */
    public Optional<SeatName> leftAlone(EventId event, Collection<UUID> chosen) {
        SeatPlan plan = plans.of(event).orElseThrow();
        if (!plan.noOrphans()) return Optional.empty();
        SeatStates states = plans.states(event).orElseThrow();
        Map<UUID, Spot> spots = plans.spots(event);
        Set<UUID> ids = new HashSet<>(chosen);
        return chosen.stream()
                .map(spots::get)
                .filter(Objects::nonNull)
                .map(Spot::row)
                .distinct()
                .map(row -> LoneSeats.leftBy(row, seat -> ids.contains(seat.id()) || isFree(seat, spots, states), ids))
                .flatMap(Optional::stream)
                .map(seat -> spots.get(seat.id()))
                .filter(Objects::nonNull)
                .map(Spot::name)
                .findFirst();
    }

    private static boolean isFree(Seat seat, Map<UUID, Spot> spots, SeatStates states) {
        Spot spot = spots.get(seat.id());
        return spot != null && states.isFree(spot.number());
    }
}
