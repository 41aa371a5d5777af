package io.marquee.seating.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.web.Text;
import io.marquee.seating.Numbering;
import io.marquee.seating.SeatEdits;
import io.marquee.seating.SeatImports;
import io.marquee.seating.SeatMaps;
import io.marquee.seating.SeatPlan;
import io.marquee.seating.SeatSections;
import io.marquee.seating.SectionShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/events/{idOrSlug}/seat-map")
@Tag(name = "Seats")
class SeatEditController {
    private final EventReads events;
    private final SeatMaps maps;
    private final SeatSections sections;
    private final SeatEdits edits;
    private final SeatImports imports;

    SeatEditController(EventReads events, SeatMaps maps, SeatSections sections, SeatEdits edits, SeatImports imports) {
        this.events = events;
        this.maps = maps;
        this.sections = sections;
        this.edits = edits;
        this.imports = imports;
    }

    /**
     * @param curve of the rows, in degrees
     * @param x of the middle of the front row; below what is there where it is left out
     */
    record NewSection(
            @Nullable String name,
            @Nullable List<@Nullable UUID> ticketTypes,
            @Nullable Integer rows,
            @Nullable Integer seatsPerRow,
            @Nullable Numbering rowNumbering,
            @Nullable Numbering seatNumbering,
            @Nullable Integer firstRow,
            @Nullable Integer curve,
            @Nullable Float x,
            @Nullable Float y) {}

    /** @param moveX how far it moves on the drawing */
    record SectionChange(
            @Nullable String name,
            @Nullable List<@Nullable UUID> ticketTypes,
            @Nullable Integer position,
            @Nullable Float moveX,
            @Nullable Float moveY) {}

    record RowLabel(@Nullable String label) {}

    /** @param action block, unblock, mark_accessible, unmark_accessible or delete */
    record SeatAction(
            SeatEdits.@Nullable Action action, @Nullable List<@Nullable UUID> seats) {}

    @Operation(summary = "Add a section of rows to a plan")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            "{\"name\": \"Stalls\", \"rows\": 10, \"seatsPerRow\": 20, \"rowNumbering\": \"letters\", \"seatNumbering\": \"numbers\", \"curve\": 30, \"ticketTypes\": [\"01997a4e-2f1c-7cc0-a2f3-0c8c7cf3a001\"]}")))
    @PostMapping("/sections")
    @ResponseStatus(HttpStatus.CREATED)
    SeatMapAnswer add(@PathVariable String idOrSlug, @RequestBody NewSection body) {
        EventView event = editable(idOrSlug);
        float[] below = SeatSections.below(maps.editable(event));
        SectionShape shape = new SectionShape(
                or(body.rows(), 0),
                or(body.seatsPerRow(), 0),
                or(body.rowNumbering(), Numbering.LETTERS),
                or(body.seatNumbering(), Numbering.NUMBERS),
                or(body.firstRow(), 1),
                or(body.curve(), 0),
                or(body.x(), below[0]),
                or(body.y(), below[1]));
        return SeatMapAnswer.of(sections.add(event, or(body.name(), ""), ids(body.ticketTypes()), shape));
    }

    @Operation(
            summary = "Change a section: its name, what sells it, where it is",
            description = "What is left out stays.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            "{\"name\": \"Stalls\", \"ticketTypes\": [\"01997a4e-2f1c-7cc0-a2f3-0c8c7cf3a001\"], \"moveX\": 40}")))
    @PatchMapping("/sections/{section}")
    SeatMapAnswer edit(@PathVariable String idOrSlug, @PathVariable UUID section, @RequestBody SectionChange body) {
        EventView event = editable(idOrSlug);
        SeatPlan plan = maps.editable(event);
        SeatPlan.Section before = plan.sections().stream()
                .filter(s -> s.id().equals(section))
                .findFirst()
                .orElseThrow(() -> new NotFound("section"));
        plan = sections.edit(
                event,
                section,
                or(body.name(), before.name()),
                body.ticketTypes() == null ? before.ticketTypes() : ids(body.ticketTypes()),
                or(body.position(), plan.sections().indexOf(before)));
        if (body.moveX() != null || body.moveY() != null) {
            plan = sections.shift(event, section, or(body.moveX(), 0f), or(body.moveY(), 0f));
        }
        return SeatMapAnswer.of(plan);
    }

    @Operation(summary = "Delete a section", description = "Refused once a seat of it is held or sold.")
    @DeleteMapping("/sections/{section}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String idOrSlug, @PathVariable UUID section) {
        sections.delete(editable(idOrSlug), section);
    }

    @Operation(summary = "Add a row at the back of a section")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(examples = @ExampleObject("{\"label\": \"Z\"}")))
    @PostMapping("/sections/{section}/rows")
    @ResponseStatus(HttpStatus.CREATED)
    SeatMapAnswer addRow(@PathVariable String idOrSlug, @PathVariable UUID section, @RequestBody RowLabel body) {
        return SeatMapAnswer.of(sections.addRow(editable(idOrSlug), section, or(body.label(), "")));
    }

    @Operation(summary = "Rename a row", description = "Refused once a seat of it is held or sold.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(examples = @ExampleObject("{\"label\": \"AA\"}")))
    @PatchMapping("/sections/{section}/rows/{order}")
    SeatMapAnswer renameRow(
            @PathVariable String idOrSlug,
            @PathVariable UUID section,
            @PathVariable int order,
            @RequestBody RowLabel body) {
        return SeatMapAnswer.of(edits.renameRow(editable(idOrSlug), section, order, or(body.label(), "")));
    }

    @Operation(summary = "Rename a seat", description = "Refused once it is held or sold.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(examples = @ExampleObject("{\"label\": \"12a\"}")))
    @PatchMapping("/seats/{seat}")
    SeatMapAnswer renameSeat(@PathVariable String idOrSlug, @PathVariable UUID seat, @RequestBody RowLabel body) {
        return SeatMapAnswer.of(edits.rename(editable(idOrSlug), seat, or(body.label(), "")));
    }

    @Operation(
            summary = "Block, delete or mark seats",
            description = "All of them or none; blocking and deleting is refused where one is held or sold.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            "{\"action\": \"block\", \"seats\": [\"01997a4e-2f1c-7cc0-a2f3-0c8c7cf3a002\"]}")))
    @PostMapping("/seat-changes")
    SeatMapAnswer apply(@PathVariable String idOrSlug, @RequestBody SeatAction body) {
        EventView event = editable(idOrSlug);
        if (body.action() == null) throw InvalidInput.at("action", "required");
        return SeatMapAnswer.of(edits.apply(event, body.action(), ids(body.seats())));
    }

    /** @param reason in the language of the request */
    record RefusedLine(int line, String code, String reason) {}

    record ImportAnswer(SeatMapAnswer map, int imported, List<RefusedLine> refused) {}

    @Operation(
            summary = "Add the sections of a table of seats",
            description =
                    "Columns section, row and seat, and if known x, y, accessible and blocked. Lines that are right are taken; the "
                            + "others are told with what is wrong.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject("section,row,seat,x,y\nStalls,A,1,0,0\nStalls,A,2,20,0\n")))
    @PostMapping(path = "/imports", consumes = "text/csv")
    ImportAnswer add(@PathVariable String idOrSlug, @RequestBody byte[] file, Text text) {
        SeatImports.Result result = imports.add(editable(idOrSlug), file);
        return new ImportAnswer(
                SeatMapAnswer.of(result.plan()),
                result.imported(),
                result.refused().stream()
                        .map(line -> new RefusedLine(line.line(), line.code(), text.get("invalid." + line.code())))
                        .toList());
    }

    private EventView editable(String idOrSlug) {
        return events.where(Permission.EDIT_EVENT, idOrSlug);
    }

    private static List<UUID> ids(@Nullable List<@Nullable UUID> ids) {
        return ids == null
                ? List.of()
                : ids.stream().filter(Objects::nonNull).distinct().toList();
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return Objects.requireNonNullElse(value, otherwise);
    }
}
