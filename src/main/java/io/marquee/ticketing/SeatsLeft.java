package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import io.marquee.seating.SeatPlans;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Of types that are sold with a seat no more are left than seats are free, whatever their quotas say. */
@Component
class SeatsLeft {
    private final SeatPlans plans;

    SeatsLeft(SeatPlans plans) {
        this.plans = plans;
    }

    List<TicketTypeView> counted(List<TicketTypeView> types) {
        Map<EventId, Map<UUID, Integer>> free = new HashMap<>();
        return types.stream()
                .map(type -> counted(type, free.computeIfAbsent(type.event(), plans::freeByType)))
                .toList();
    }

    private static TicketTypeView counted(TicketTypeView type, Map<UUID, Integer> free) {
        Integer seats = free.get(type.id().value());
        return seats == null ? type : type.withSeats(seats);
    }
}
