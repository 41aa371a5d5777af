package io.marquee.seating.web;

import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.seating.Numbering;
import io.marquee.seating.SeatMaps;
import io.marquee.seating.SeatSections;
import io.marquee.seating.SeatingRefused;
import io.marquee.seating.SectionShape;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sections of a plan. */
@Controller
@RequestMapping("/manage/events/{slug}/seats/sections")
class SectionController {
    private final Editing editing;
    private final SeatMaps maps;
    private final SeatSections sections;

    SectionController(Editing editing, SeatMaps maps, SeatSections sections) {
        this.editing = editing;
        this.maps = maps;
        this.sections = sections;
    }

    @PostMapping
    ModelAndView add(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        EventView event = editing.event(slug);
        Map<String, String> typed = fields.toSingleValueMap();
        float[] below = SeatSections.below(maps.editable(event));
        SectionShape shape = new SectionShape(
                SeatFields.number(typed, "rows"),
                SeatFields.number(typed, "seatsPerRow"),
                SeatFields.numbering(typed, "rowNumbering", Numbering.LETTERS),
                SeatFields.numbering(typed, "seatNumbering", Numbering.NUMBERS),
                SeatFields.number(typed, "firstRow"),
                SeatFields.number(typed, "curve"),
                below[0],
                below[1]);
        try {
            String name = typed.getOrDefault("name", "");
            sections.add(event, name, SeatFields.ids(fields, "type"), shape);
            Flash.good(page.text().get("seating.section.added", name.strip())).with(redirect);
            return SeeOther.to(Editing.path(event));
        } catch (InvalidInput invalid) {
            return editing.editor(event, fields, FieldErrors.of(invalid, page.text()), List.of(), page);
        }
    }

    @GetMapping("/{section}")
    ModelAndView show(@PathVariable String slug, @PathVariable UUID section, Page page) {
        return editing.section(editing.event(slug), section, Editing.UNTOUCHED, FieldErrors.none(), page);
    }

    @PostMapping("/{section}")
    ModelAndView edit(
            @PathVariable String slug,
            @PathVariable UUID section,
            @RequestParam MultiValueMap<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        Map<String, String> typed = fields.toSingleValueMap();
        return done(
                slug,
                section,
                fields,
                page,
                redirect,
                event -> sections.edit(
                        event,
                        section,
                        typed.getOrDefault("name", ""),
                        SeatFields.ids(fields, "type"),
                        Math.max(0, SeatFields.whole(typed, "position") - 1)));
    }

    /** Moves it on the drawing: by fields, or as it was dragged. */
    @PostMapping("/{section}/moves")
    ModelAndView move(
            @PathVariable String slug,
            @PathVariable UUID section,
            @RequestParam MultiValueMap<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        Map<String, String> typed = fields.toSingleValueMap();
        return done(
                slug,
                section,
                fields,
                page,
                redirect,
                event -> sections.shift(event, section, SeatFields.whole(typed, "x"), SeatFields.whole(typed, "y")));
    }

    @PostMapping("/{section}/rows")
    ModelAndView addRow(
            @PathVariable String slug,
            @PathVariable UUID section,
            @RequestParam MultiValueMap<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        return done(
                slug,
                section,
                fields,
                page,
                redirect,
                event -> sections.addRow(
                        event, section, fields.toSingleValueMap().getOrDefault("newRow", "")));
    }

    @PostMapping("/{section}/removal")
    ModelAndView remove(@PathVariable String slug, @PathVariable UUID section, Page page, RedirectAttributes redirect) {
        EventView event = editing.event(slug);
        try {
            sections.delete(event, section);
            Flash.good(page.text().get("seating.saved")).with(redirect);
            return SeeOther.to(Editing.path(event));
        } catch (SeatingRefused refused) {
            Flash.bad(EditorController.words(refused, page.text())).with(redirect);
            return SeeOther.to(Editing.path(event) + "/sections/" + section);
        }
    }

    private ModelAndView done(
            String slug,
            UUID section,
            MultiValueMap<String, String> typed,
            Page page,
            RedirectAttributes redirect,
            Consumer<EventView> change) {
        EventView event = editing.event(slug);
        try {
            change.accept(event);
            Flash.good(page.text().get("seating.saved")).with(redirect);
        } catch (SeatingRefused refused) {
            Flash.bad(EditorController.words(refused, page.text())).with(redirect);
        } catch (InvalidInput invalid) {
            return editing.section(event, section, typed, FieldErrors.of(invalid, page.text()), page);
        }
        return SeeOther.to(Editing.path(event) + "/sections/" + section);
    }
}
