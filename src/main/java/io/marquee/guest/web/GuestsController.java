package io.marquee.guest.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.guest.GuestChanges;
import io.marquee.guest.GuestChanges.Act;
import io.marquee.guest.GuestChanges.Step;
import io.marquee.guest.GuestFilter;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.LocalPath;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The guest list of an event: its team looks for guests and changes many at once. */
@Controller
@RequestMapping("/manage/events/{slug}/guests")
class GuestsController {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final EventReads events;
    private final GuestLists lists;
    private final GuestChanges changes;
    private final ChangedPages changed;
    private final GuestExport export;

    GuestsController(
            EventReads events, GuestLists lists, GuestChanges changes, ChangedPages changed, GuestExport export) {
        this.events = events;
        this.lists = lists;
        this.changes = changes;
        this.changed = changed;
        this.export = export;
    }

    @GetMapping
    ModelAndView list(
            @PathVariable String slug,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable String cursor,
            Page page) {
        EventView event = events.where(Permission.SEE_GUESTS, slug);
        return page.titled(page.text().get("guest.list.title"))
                .hue(event.details().hue())
                .show("guest/list", "view", lists.page(event, GuestLists.filter(typed), cursor, page.text()));
    }

    @PostMapping("/changes")
    ModelAndView change(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> typed,
            Page page,
            RedirectAttributes redirect) {
        EventView event = events.where(Permission.MANAGE_GUESTS, slug);
        GuestFilter filter = GuestLists.filter(typed.toSingleValueMap());
        try {
            if ("merge".equals(typed.getFirst("act"))) return SeeOther.to(merging(event, typed));
            Act act = act(typed.getFirst("act"));
            String tag = typed.getFirst("tagged") == null ? "" : String.valueOf(typed.getFirst("tagged"));
            Step step = "true".equals(typed.getFirst("all"))
                    ? changes.step(event, filter, after(typed.getFirst("after")), act, tag)
                    : new Step(changes.change(event, ids(typed.getOrDefault("guests", List.of())), act, tag), null, 0);
            ChangedPage shown = changed.page(event, typed.toSingleValueMap(), step, page.text());
            boolean whole = shown.refused().isEmpty() && shown.next().isEmpty() && !typed.containsKey("after");
            if (whole) {
                shown.flash().with(redirect);
            } else {
                return page.titled(page.text().get("guest.list.title"))
                        .hue(event.details().hue())
                        .withHtmx()
                        .show("guest/changed", "view", shown);
            }
        } catch (InvalidInput invalid) {
            Flash.bad(FieldErrors.of(invalid, page.text()).together()).with(redirect);
        }
        return SeeOther.to(back(event, typed.getFirst("back")));
    }

    @GetMapping("/export.csv")
    ResponseEntity<StreamingResponseBody> csv(@PathVariable String slug, @RequestParam Map<String, String> typed) {
        EventView event = events.where(Permission.SEE_GUESTS, slug);
        return file(event, "csv", "text/csv; charset=utf-8", export.csv(event, GuestLists.filter(typed)));
    }

    @GetMapping("/export.xlsx")
    ResponseEntity<StreamingResponseBody> workbook(@PathVariable String slug, @RequestParam Map<String, String> typed) {
        EventView event = events.where(Permission.SEE_GUESTS, slug);
        return file(event, "xlsx", WORKBOOK, export.workbook(event, GuestLists.filter(typed)));
    }

    private static ResponseEntity<StreamingResponseBody> file(
            EventView event, String ending, String type, StreamingResponseBody body) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"guests-" + event.slug() + "." + ending + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(body);
    }

    /** Where they came from, within this event's guests. */
    private static String back(EventView event, @Nullable String typed) {
        String path = GuestLists.path(event);
        return typed != null && typed.startsWith(path) ? LocalPath.of(typed) : path;
    }

    /** Where the two that were chosen are put beside each other. */
    private static String merging(EventView event, MultiValueMap<String, String> typed) {
        List<UUID> two = ids(typed.getOrDefault("guests", List.of()));
        if (two.size() != 2) throw InvalidInput.at("guests", "two_guests");
        return GuestLists.path(event) + "/" + two.getFirst() + "/merges?other=" + two.getLast();
    }

    private static Act act(@Nullable String typed) {
        try {
            return Wire.parse(Act.class, typed == null ? "" : typed);
        } catch (IllegalArgumentException unknown) {
            throw InvalidInput.at("act", "value");
        }
    }

    private static @Nullable UUID after(@Nullable String typed) {
        return typed == null ? null : ids(List.of(typed)).getFirst();
    }

    /** What is no id is nobody's. */
    private static List<UUID> ids(List<String> typed) {
        try {
            return typed.stream().map(UUID::fromString).toList();
        } catch (IllegalArgumentException notOurs) {
            throw InvalidInput.at("guests", "value");
        }
    }
}
