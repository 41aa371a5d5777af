package io.marquee.testing;

import io.marquee.event.EventView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.seating.Numbering;
import io.marquee.seating.SeatEdits;
import io.marquee.seating.SeatMaps;
import io.marquee.seating.SeatPlan;
import io.marquee.seating.SeatSections;
import io.marquee.seating.SectionShape;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.Wanted;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Seat plans for tests. */
@Component
public class SeatFixture {
    private final SeatMaps maps;
    private final SeatSections sections;
    private final SeatEdits edits;
    private final Holds holds;
    private final Acting acting;

    SeatFixture(SeatMaps maps, SeatSections sections, SeatEdits edits, Holds holds, Acting acting) {
        this.maps = maps;
        this.sections = sections;
        this.edits = edits;
        this.holds = holds;
        this.acting = acting;
    }

    /** Straight rows A, B, … of seats 1, 2, …, the first section of the event's plan. */
    public SeatPlan plan(EventView event, int rows, int seatsPerRow, TicketTypeView... types) {
        return acting.as(EventFixture.owner(event.organization()), () -> {
            maps.create(event, "Great hall");
            return section(event, "Stalls", rows, seatsPerRow, types);
        });
    }

    /** One more section. */
    public SeatPlan section(EventView event, String name, int rows, int seatsPerRow, TicketTypeView... types) {
        return acting.as(EventFixture.owner(event.organization()), () -> {
            float[] place = SeatSections.below(maps.editable(event));
            return sections.add(
                    event,
                    name,
                    Arrays.stream(types).map(type -> type.id().value()).toList(),
                    new SectionShape(
                            rows, seatsPerRow, Numbering.LETTERS, Numbering.NUMBERS, 1, 0, place[0], place[1]));
        });
    }

    public SeatPlan withoutLoneSeats(EventView event) {
        return acting.as(EventFixture.owner(event.organization()), () -> maps.edit(event, "Great hall", true));
    }

    public SeatPlan apply(EventView event, SeatEdits.Action action, UUID... seats) {
        return acting.as(EventFixture.owner(event.organization()), () -> edits.apply(event, action, List.of(seats)));
    }

    /** The seat called so in the first section: "B7". */
    public static UUID seat(SeatPlan plan, String name) {
        return plan.spots()
                .filter(spot -> (spot.row().label() + spot.seat().label()).equals(name))
                .findFirst()
                .orElseThrow()
                .seat()
                .id();
    }

    public static UUID[] seats(SeatPlan plan, String... names) {
        return Arrays.stream(names).map(name -> seat(plan, name)).toArray(UUID[]::new);
    }

    /** A hold on seats that were picked. */
    public HoldView pick(EventView event, TicketTypeView type, UUID... seats) {
        return holds.take(event, Basket.of(new Wanted(type.id(), seats.length, null, List.of(seats))));
    }
}
