package io.marquee.seating.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.marquee.kernel.EventId;
import io.marquee.seating.SeatPlan;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan of seats.
 *
 * @param version goes up with every change of what is drawn
 * @param noOrphans whether a choice may leave no single seat between others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SeatMapAnswer(
        UUID id, @Nullable EventId event, String name, int version, boolean noOrphans, List<Section> sections) {

    /** @param ticketTypes that sell it */
    record Section(UUID id, String name, List<UUID> ticketTypes, List<Row> rows) {}

    /** @param order 1 is the front */
    record Row(String label, int order, List<Seat> seats) {}

    /**
     * @param place within the row: neighbours follow each other
     * @param accessible left out where it is not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Seat(
            UUID id,
            String label,
            int place,
            float x,
            float y,
            @Nullable Boolean accessible) {}

    static SeatMapAnswer of(SeatPlan plan) {
        return new SeatMapAnswer(
                plan.id(),
                plan.event(),
                plan.name(),
                plan.version(),
                plan.noOrphans(),
                plan.sections().stream().map(SeatMapAnswer::section).toList());
    }

    private static Section section(SeatPlan.Section section) {
        return new Section(
                section.id(),
                section.name(),
                section.ticketTypes(),
                section.rows().stream()
                        .map(row -> new Row(
                                row.label(),
                                row.order(),
                                row.seats().stream().map(SeatMapAnswer::seat).toList()))
                        .toList());
    }

    private static Seat seat(SeatPlan.Seat seat) {
        return new Seat(seat.id(), seat.label(), seat.place(), seat.x(), seat.y(), seat.accessible() ? true : null);
    }
}
