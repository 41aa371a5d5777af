package io.marquee.seating;

import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.seating.SeatPlan.Row;
import io.marquee.seating.SeatPlan.Seat;
import io.marquee.seating.SeatPlan.Section;
import io.marquee.seating.SeatPlan.Spot;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes to single seats and rows of an event's plan, by its team. */
@Component
public class SeatEdits {
    private final SeatMaps maps;
    private final SeatSections sections;
    private final SoldSeats sold;
    private final MapRows rows;
    private final Clock clock;

    SeatEdits(SeatMaps maps, SeatSections sections, SoldSeats sold, MapRows rows, Clock clock) {
        this.maps = maps;
        this.sections = sections;
        this.sold = sold;
        this.rows = rows;
        this.clock = clock;
    }

    /** What can be done to many seats at once. */
    public enum Action {
        BLOCK,
        UNBLOCK,
        MARK_ACCESSIBLE,
        UNMARK_ACCESSIBLE,
        DELETE
    }

    /**
     * All of them or none.
     *
     * @throws SeatingRefused when one that is held or sold would be blocked or deleted
     */
    @Transactional
    public SeatPlan apply(EventView event, Action action, List<UUID> seats) {
        SeatPlan plan = maps.editable(event);
        requireAll(plan, seats);
        return sections.changed(event, plan, now -> {
            switch (action) {
                case BLOCK -> {
                    rows.block(now, seats, clock.instant());
                    // whoever was quicker holds it: the insert left that one out
                    sold.refuse(now, seats);
                }
                case UNBLOCK -> rows.unblock(seats);
                case MARK_ACCESSIBLE -> rows.accessible(seats, true);
                case UNMARK_ACCESSIBLE -> rows.accessible(seats, false);
                case DELETE -> {
                    rows.unblock(seats);
                    sold.refuseToChange(now, seats, () -> rows.deleteSeats(seats));
                }
            }
        });
    }

    /** Moves seats on the drawing. */
    @Transactional
    public SeatPlan move(EventView event, List<UUID> seats, float x, float y) {
        SeatPlan plan = maps.editable(event);
        requireAll(plan, seats);
        InvalidInput.gather()
                .check(Math.abs(x) <= PlanLimits.FARTHEST, "x", "range", -PlanLimits.FARTHEST, PlanLimits.FARTHEST)
                .check(Math.abs(y) <= PlanLimits.FARTHEST, "y", "range", -PlanLimits.FARTHEST, PlanLimits.FARTHEST)
                .orThrow();
        return sections.changed(event, plan, now -> rows.move(seats, x, y));
    }

    /** @throws SeatingRefused when it is held or sold */
    @Transactional
    public SeatPlan rename(EventView event, UUID seat, String label) {
        SeatPlan plan = maps.editable(event);
        Spot spot = plan.bySeat().get(seat);
        if (spot == null) throw new NotFound("seat");
        String name = label.strip();
        checkLabel(name, "label")
                .check(
                        spot.row().seats().stream().noneMatch(s -> s.label().equals(name) && !s.id().equals(seat)),
                        "label",
                        "seat_label_twice")
                .orThrow();
        return sections.changed(event, plan, now -> {
            sold.refuse(now, List.of(seat));
            rows.rename(seat, name);
        });
    }

    /**
     * @param order the row's, as in the plan
     * @throws SeatingRefused when a seat of it is held or sold
     */
    @Transactional
    public SeatPlan renameRow(EventView event, UUID section, int order, String label) {
        SeatPlan plan = maps.editable(event);
        Section of = SeatSections.section(plan, section);
        Row row = of.rows().stream().filter(r -> r.order() == order).findFirst().orElseThrow(() -> new NotFound("row"));
        String name = label.strip();
        checkLabel(name, "row")
                .check(
                        of.rows().stream().noneMatch(r -> r.label().equals(name) && r.order() != order),
                        "row",
                        "row_twice")
                .orThrow();
        return sections.changed(event, plan, now -> {
            sold.refuse(now, row.seats().stream().map(Seat::id).toList());
            rows.renameRow(section, order, name);
        });
    }

    private static InvalidInput.Gatherer checkLabel(String label, String field) {
        return InvalidInput.gather()
                .check(!label.isEmpty(), field, "required")
                .check(label.length() <= 12, field, "too_long", 12);
    }

    private static void requireAll(SeatPlan plan, List<UUID> seats) {
        if (seats.isEmpty()) throw InvalidInput.at("seats", "no_seats_chosen");
        Map<UUID, Spot> spots = plan.bySeat();
        Set<UUID> unknown = new HashSet<>(seats);
        unknown.removeAll(spots.keySet());
        if (!unknown.isEmpty()) throw InvalidInput.at("seats", "unknown_seat");
    }
}
