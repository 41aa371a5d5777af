package io.marquee.seating;

import io.marquee.kernel.EventId;
import io.marquee.seating.SeatPlan.Section;
import io.marquee.seating.SeatPlan.Spot;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
                .choose(
                        sections,
                        seat -> {
                            Spot spot = spots.get(seat.id());
                            return spot != null && states.isFree(spot.number()) && !without.contains(seat.id());
                        },
                        wanted,
                        rank);
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
        Map<Section, Set<SeatPlan.Row>> touched = chosen.stream()
                .map(spots::get)
                .collect(Collectors.groupingBy(Spot::section, Collectors.mapping(Spot::row, Collectors.toSet())));
        return touched.values().stream()
                .flatMap(Set::stream)
                .map(row -> LoneSeats.leftBy(
                        row, seat -> states.isFree(spots.get(seat.id()).number()) || ids.contains(seat.id()), ids))
                .flatMap(Optional::stream)
                .map(seat -> spots.get(seat.id()).name())
                .findFirst();
    }
}
