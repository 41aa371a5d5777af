package io.marquee.seating.web;

import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.seating.SeatImports;
import io.marquee.seating.SeatMaps;
import io.marquee.seating.SeatingRefused;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The plan of an event's seats as a whole: made, copied, imported, kept, taken away. */
@Controller
@RequestMapping("/manage/events/{slug}/seats")
class EditorController {
    private final Editing editing;
    private final SeatMaps maps;
    private final SeatImports imports;

    EditorController(Editing editing, SeatMaps maps, SeatImports imports) {
        this.editing = editing;
        this.maps = maps;
        this.imports = imports;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, Page page) {
        return editing.editor(editing.event(slug), Editing.UNTOUCHED, FieldErrors.none(), List.of(), page);
    }

    /** A new plan, or other settings of the one there is. */
    @PostMapping
    ModelAndView save(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        EventView event = editing.event(slug);
        String name = fields.toSingleValueMap().getOrDefault("map", "");
        try {
            if (editing.plan(event) == null) maps.create(event, name);
            else maps.edit(event, name, fields.containsKey("noOrphans"));
            Flash.good(page.text().get("seating.saved")).with(redirect);
            return SeeOther.to(Editing.path(event));
        } catch (InvalidInput invalid) {
            return editing.editor(event, fields, named(invalid, page.text()), List.of(), page);
        }
    }

    /** The plan's own name is a field beside those of its sections. */
    private static FieldErrors named(InvalidInput invalid, Text text) {
        String sentence = FieldErrors.of(invalid, text).of("name");
        return sentence == null ? FieldErrors.of(invalid, text) : FieldErrors.of("map", sentence);
    }

    @PostMapping("/copies")
    ModelAndView copy(@PathVariable String slug, @RequestParam UUID copyOf, Page page, RedirectAttributes redirect) {
        EventView event = editing.event(slug);
        maps.copy(event, copyOf);
        Flash.good(page.text().get("seating.saved")).with(redirect);
        return SeeOther.to(Editing.path(event));
    }

    @PostMapping("/keeping")
    ModelAndView keep(@PathVariable String slug, Page page, RedirectAttributes redirect) {
        EventView event = editing.event(slug);
        String name = maps.editable(event).name();
        maps.keep(event, name);
        Flash.good(page.text().get("seating.kept", name)).with(redirect);
        return SeeOther.to(Editing.path(event));
    }

    @PostMapping("/removal")
    ModelAndView remove(@PathVariable String slug, Page page, RedirectAttributes redirect) {
        EventView event = editing.event(slug);
        try {
            maps.delete(event);
            Flash.good(page.text().get("seating.removed")).with(redirect);
        } catch (SeatingRefused refused) {
            Flash.bad(words(refused, page.text())).with(redirect);
        }
        return SeeOther.to(Editing.path(event));
    }

    /** What was not taken is told on the page that answers, and can be downloaded from it. */
    @PostMapping("/imports")
    ModelAndView add(
            @PathVariable String slug, @RequestParam MultipartFile file, Page page, RedirectAttributes redirect)
            throws IOException {
        EventView event = editing.event(slug);
        try {
            if (editing.plan(event) == null) maps.create(event, event.details().title());
            SeatImports.Result result = imports.add(event, file.getBytes());
            if (!result.refused().isEmpty()) {
                return editing.editor(event, Editing.UNTOUCHED, FieldErrors.none(), result.refused(), page);
            }
            Flash.good(page.text().get("seating.import.done", result.imported()))
                    .with(redirect);
            return SeeOther.to(Editing.path(event));
        } catch (InvalidInput invalid) {
            return editing.editor(event, Editing.UNTOUCHED, FieldErrors.of(invalid, page.text()), List.of(), page);
        }
    }

    static String words(SeatingRefused refused, Text text) {
        return text.why(refused);
    }
}
