package io.marquee.seating.web;

import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.seating.SeatEdits;
import io.marquee.seating.SeatingRefused;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done to seats that were chosen, in a section's list or on the drawing: the button pressed says what. */
@Controller
class SeatController {
    private final Editing editing;
    private final SeatEdits edits;

    SeatController(Editing editing, SeatEdits edits) {
        this.editing = editing;
        this.edits = edits;
    }

    @PostMapping("/manage/events/{slug}/seats/changes")
    ModelAndView onPlan(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        EventView event = editing.event(slug);
        try {
            change(event, null, fields);
            Flash.good(page.text().get("seating.saved")).with(redirect);
        } catch (SeatingRefused refused) {
            Flash.bad(EditorController.words(refused, page.text())).with(redirect);
        } catch (InvalidInput invalid) {
            return editing.editor(event, fields, FieldErrors.of(invalid, page.text()), List.of(), page);
        }
        return SeeOther.to(Editing.path(event));
    }

    @PostMapping("/manage/events/{slug}/seats/sections/{section}/changes")
    ModelAndView inSection(
            @PathVariable String slug,
            @PathVariable UUID section,
            @RequestParam MultiValueMap<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        EventView event = editing.event(slug);
        try {
            change(event, section, fields);
            Flash.good(page.text().get("seating.saved")).with(redirect);
        } catch (SeatingRefused refused) {
            Flash.bad(EditorController.words(refused, page.text())).with(redirect);
        } catch (InvalidInput invalid) {
            return editing.section(event, section, fields, FieldErrors.of(invalid, page.text()), page);
        }
        return SeeOther.to(Editing.path(event) + "/sections/" + section);
    }

    private void change(EventView event, @Nullable UUID section, MultiValueMap<String, String> fields) {
        List<UUID> seats = SeatFields.ids(fields, "seat");
        Map<String, String> typed = fields.toSingleValueMap();
        String action = typed.getOrDefault("action", "");
        switch (action) {
            case "rename" -> {
                if (seats.size() != 1) throw InvalidInput.at("seats", "one_seat");
                edits.rename(event, seats.getFirst(), typed.getOrDefault("label", ""));
            }
            case "rename_row" -> {
                if (section == null) throw InvalidInput.at("row", "required");
                edits.renameRow(event, section, SeatFields.number(typed, "row"), typed.getOrDefault("rowLabel", ""));
            }
            case "move" -> edits.move(event, seats, SeatFields.whole(typed, "x"), SeatFields.whole(typed, "y"));
            default -> edits.apply(event, action(action), seats);
        }
    }

    private static SeatEdits.Action action(String name) {
        try {
            return SeatEdits.Action.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException typedByHand) {
            throw InvalidInput.at("action", "required");
        }
    }
}
