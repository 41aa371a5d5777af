package io.marquee.seating;

import io.marquee.event.EventView;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.seating.SeatPlan.Row;
import io.marquee.seating.SeatPlan.Seat;
import io.marquee.seating.SeatPlan.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes to the sections of an event's plan, by its team. Editors of one plan take turns. */
@Component
public class SeatSections {
    private static final float GAP = 60;

    private final SeatMaps maps;
    private final TypesToSeat types;
    private final MapRows rows;
    private final PlanRows plans;
    private final SeatPlans shown;
    private final SoldSeats sold;
    private final SeatsInLine line;
    private final Acting acting;

    SeatSections(
            SeatMaps maps,
            TypesToSeat types,
            MapRows rows,
            PlanRows plans,
            SeatPlans shown,
            SoldSeats sold,
            SeatsInLine line,
            Acting acting) {
        this.maps = maps;
        this.types = types;
        this.rows = rows;
        this.plans = plans;
        this.shown = shown;
        this.sold = sold;
        this.line = line;
        this.acting = acting;
    }

    /** Where the next section goes if nobody says: below what is there, in the middle. */
    public static float[] below(SeatPlan plan) {
        var xs = plan.spots().mapToDouble(spot -> spot.seat().x()).summaryStatistics();
        var ys = plan.spots().mapToDouble(spot -> spot.seat().y()).summaryStatistics();
        return xs.getCount() == 0
                ? new float[] {0, GAP}
                : new float[] {(float) ((xs.getMin() + xs.getMax()) / 2), (float) ys.getMax() + GAP};
    }

    /** @return the plan with the new section, the last one */
    @Transactional
    public SeatPlan add(EventView event, String name, List<UUID> ticketTypes, SectionShape shape) {
        SeatPlan plan = maps.editable(event);
        InvalidInput.Gatherer broken = InvalidInput.gather();
        checkName(plan, name, null, broken);
        checkTypes(event, ticketTypes, broken);
        shape.check(broken);
        broken.check(plan.sections().size() < PlanLimits.SECTIONS, "name", "too_many_sections", PlanLimits.SECTIONS);
        broken.check(
                plan.size() + (long) shape.rows() * shape.seatsPerRow() <= PlanLimits.SEATS,
                "rows",
                "too_many_seats",
                PlanLimits.SEATS);
        broken.orThrow();
        Section section = new Section(Ids.next(), name.strip(), ticketTypes, shape.drawn());
        return changed(
                event, plan, now -> rows.insert(now, section, now.sections().size()));
    }

    /** @param position 0.. in the list of sections */
    @Transactional
    public SeatPlan edit(EventView event, UUID section, String name, List<UUID> ticketTypes, int position) {
        SeatPlan plan = maps.editable(event);
        Section before = section(plan, section);
        InvalidInput.Gatherer broken = InvalidInput.gather();
        checkName(plan, name, section, broken);
        checkTypes(
                event,
                ticketTypes.stream()
                        .filter(type -> !before.ticketTypes().contains(type))
                        .toList(),
                broken);
        broken.orThrow();
        return changed(event, plan, now -> {
            if (!before.name().equals(name.strip())) sold.refuse(now, seats(before));
            rows.edit(section, name.strip(), ticketTypes, position);
        });
    }

    /** Moves it on the drawing, which what was sold of it does not mind. */
    @Transactional
    public SeatPlan shift(EventView event, UUID section, float x, float y) {
        SeatPlan plan = maps.editable(event);
        section(plan, section);
        InvalidInput.gather()
                .check(Math.abs(x) <= PlanLimits.FARTHEST, "x", "range", -PlanLimits.FARTHEST, PlanLimits.FARTHEST)
                .check(Math.abs(y) <= PlanLimits.FARTHEST, "y", "range", -PlanLimits.FARTHEST, PlanLimits.FARTHEST)
                .orThrow();
        return changed(event, plan, now -> rows.shift(section, x, y));
    }

    /** @throws SeatingRefused when a seat of it is held or sold */
    @Transactional
    public SeatPlan delete(EventView event, UUID section) {
        SeatPlan plan = maps.editable(event);
        List<UUID> seats = seats(section(plan, section));
        return changed(event, plan, now -> {
            rows.unblock(seats);
            sold.refuseToChange(now, seats, () -> rows.delete(section));
        });
    }

    /** One more row at the back, as long as the last one and called as its names go on. */
    @Transactional
    public SeatPlan addRow(EventView event, UUID section, String label) {
        SeatPlan plan = maps.editable(event);
        Section to = section(plan, section);
        String name = label.strip();
        InvalidInput.gather()
                .check(!name.isEmpty(), "row", "required")
                .check(name.length() <= 12, "row", "too_long", 12)
                .check(to.rows().stream().noneMatch(row -> row.label().equals(name)), "row", "row_twice")
                .check(plan.size() < PlanLimits.SEATS, "row", "too_many_seats", PlanLimits.SEATS)
                .check(!to.rows().isEmpty(), "row", "required")
                .orThrow();
        Row last = to.rows().getLast();
        List<Seat> seats = new ArrayList<>();
        last.seats()
                .forEach(s -> seats.add(
                        new Seat(Ids.next(), s.label(), s.place(), s.x(), s.y() + SectionShape.ROW_SPACING, false)));
        return changed(event, plan, now -> rows.insert(now, section, List.of(new Row(name, last.order() + 1, seats))));
    }

    SeatPlan changed(EventView event, SeatPlan plan, Consumer<SeatPlan> change) {
        return acting.asSystem(event.organization(), () -> {
            List<UUID> blocked = rows.blocked(plan);
            rows.change(plan);
            change.accept(plan);
            line.offer(event.id(), blocked);
            shown.forget(event.id());
            return plans.byId(plan.id()).orElseThrow();
        });
    }

    static Section section(SeatPlan plan, UUID id) {
        return plan.sections().stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("section"));
    }

    static List<UUID> seats(Section section) {
        return section.rows().stream()
                .flatMap(row -> row.seats().stream())
                .map(Seat::id)
                .toList();
    }

    private void checkTypes(EventView event, List<UUID> ticketTypes, InvalidInput.Gatherer broken) {
        if (ticketTypes.isEmpty()) return;
        List<UUID> known =
                types.of(event.id()).stream().map(TypesToSeat.Type::id).toList();
        broken.check(known.containsAll(ticketTypes), "ticketTypes", "unknown_ticket_type");
    }

    private static void checkName(SeatPlan plan, String name, @Nullable UUID own, InvalidInput.Gatherer broken) {
        String wanted = name.strip();
        broken.check(!wanted.isEmpty(), "name", "required")
                .check(wanted.length() <= 60, "name", "too_long", 60)
                .check(
                        plan.sections().stream().noneMatch(s -> s.name().equals(wanted) && !s.id().equals(own)),
                        "name",
                        "section_twice");
    }
}
