package io.marquee.seating;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn: sections of rows of seats. Coordinates are in a plane without a unit, y away from the stage; seats of a row that
 * the editor makes lie 20 apart.
 *
 * @param event null for a plan that an organization keeps for its next events
 * @param noOrphans whether a choice may leave no single seat between others
 * @param version goes up with every change of what is drawn
 */
public record SeatPlan(
        UUID id,
        OrganizationId organization,
        @Nullable EventId event,
        String name,
        boolean noOrphans,
        int version,
        List<Section> sections) {

    /**
     * @param ticketTypes that sell it; none: it is not on sale
     * @param rows from the front
     */
    public record Section(UUID id, String name, List<UUID> ticketTypes, List<Row> rows) {
        public int size() {
            return rows.stream().mapToInt(row -> row.seats().size()).sum();
        }
    }

    /** @param seats by place */
    public record Row(String label, int order, List<Seat> seats) {}

    /** @param place within the row: neighbours follow each other, a gap is an aisle */
    public record Seat(UUID id, String label, int place, float x, float y, boolean accessible) {}

    /**
     * One seat with where it is.
     *
     * @param number 0.. in the order of the plan: its bit among the states
     */
    public record Spot(int number, Section section, Row row, Seat seat) {
        public SeatName name() {
            return new SeatName(seat.id(), section.name(), row.label(), seat.label());
        }
    }

    /** Every seat in the order of the plan. */
    public Stream<Spot> spots() {
        int[] number = {0};
        return sections.stream()
                .flatMap(section -> section.rows().stream()
                        .flatMap(row -> row.seats().stream().map(seat -> new Spot(number[0]++, section, row, seat))));
    }

    public Map<UUID, Spot> bySeat() {
        Map<UUID, Spot> spots = new HashMap<>();
        spots().forEach(spot -> spots.put(spot.seat().id(), spot));
        return spots;
    }

    public int size() {
        return sections.stream().mapToInt(Section::size).sum();
    }

    /** Whether this type is sold with a seat. */
    public boolean sells(UUID ticketType) {
        return sections.stream().anyMatch(section -> section.ticketTypes().contains(ticketType));
    }
}
