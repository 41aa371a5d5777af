package io.marquee.seating;

import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.seating.SeatPlan.Section;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds the sections of a table of seats to an event's plan. */
@Component
public class SeatImports {
    private static final int LARGEST = 4 << 20;

    private final SeatMaps maps;
    private final SeatSections sections;
    private final MapRows rows;
    private final Clock clock;

    SeatImports(SeatMaps maps, SeatSections sections, MapRows rows, Clock clock) {
        this.maps = maps;
        this.sections = sections;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * A line that was not taken.
     *
     * @param line in the file, from 1
     * @param code the words are under {@code invalid.<code>}
     * @param cells as they stand in the file
     */
    public record Refused(int line, String code, List<String> cells) {}

    /** What became of a file. */
    public record Result(SeatPlan plan, int imported, List<Refused> refused) {}

    /**
     * Takes every line that is right, and tells of the others.
     *
     * @param file in UTF-8, with a header: section, row, seat, and if known x, y, accessible, blocked
     * @throws InvalidInput at {@code file}, when it is no such table
     */
    @Transactional
    public Result add(EventView event, byte[] file) {
        SeatPlan plan = maps.editable(event);
        if (file.length > LARGEST) throw InvalidInput.at("file", "image_too_large", LARGEST >> 20);
        Set<String> taken = plan.sections().stream().map(Section::name).collect(Collectors.toSet());
        SeatCsv csv = SeatCsv.read(file, taken, PlanLimits.SEATS - plan.size());
        List<Section> drawn = csv.drawn(SeatSections.below(plan));
        SeatPlan changed = sections.changed(event, plan, now -> {
            int position = now.sections().size();
            for (Section section : drawn) rows.insert(now, section, position++);
            rows.block(now, csv.blocked(), clock.instant());
        });
        return new Result(changed, csv.seats(), csv.refused());
    }
}
