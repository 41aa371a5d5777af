package io.marquee.ticketing.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.TicketTypeReads;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketTypes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The ticket types of an event, for its team; with {@code ?wizard=1} as a step of the wizard. */
@Controller
@RequestMapping("/manage/events/{slug}/ticket-types")
class TicketTypesController {
    private final EventReads events;
    private final TicketTypes types;
    private final TicketTypeReads reads;
    private final TicketTypeViews views;

    TicketTypesController(EventReads events, TicketTypes types, TicketTypeReads reads, TicketTypeViews views) {
        this.events = events;
        this.types = types;
        this.reads = reads;
        this.views = views;
    }

    @GetMapping
    ModelAndView list(@PathVariable String slug, @RequestParam(defaultValue = "false") boolean wizard, Page page) {
        EventView event = event(slug);
        return titled(page, event).show("ticketing/types", "view", views.list(event, wizard, page.text()));
    }

    @GetMapping("/new")
    ModelAndView add(@PathVariable String slug, @RequestParam(defaultValue = "false") boolean wizard, Page page) {
        EventView event = event(slug);
        return form(event, null, views.empty(event), FieldErrors.none(), wizard, page);
    }

    @PostMapping
    ModelAndView create(
            @PathVariable String slug,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "false") boolean wizard,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        TicketTypeForm form = TicketTypeForm.of(fields);
        try {
            TicketTypeView created = types.create(event, form.details(event));
            Flash.good(page.text().get("ticketing.types.created", created.name()))
                    .with(redirect);
            return toList(event, wizard);
        } catch (InvalidInput invalid) {
            return form(event, null, form, FieldErrors.of(invalid, page.text()), wizard, page);
        }
    }

    @GetMapping("/{type}")
    ModelAndView show(
            @PathVariable String slug,
            @PathVariable TicketTypeId type,
            @RequestParam(defaultValue = "false") boolean wizard,
            Page page) {
        EventView event = event(slug);
        TicketTypeView shown = type(event, type);
        TicketTypeForm form = TicketTypeForm.of(shown, event.details().timeZone());
        return form(event, shown, form, FieldErrors.none(), wizard, page);
    }

    @PostMapping("/{type}")
    ModelAndView edit(
            @PathVariable String slug,
            @PathVariable TicketTypeId type,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "false") boolean wizard,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        TicketTypeView before = type(event, type);
        TicketTypeForm form = TicketTypeForm.of(fields);
        try {
            TicketTypeView edited = types.edit(type, form.details(event));
            Flash.good(page.text().get("ticketing.types.edited", edited.name())).with(redirect);
            return toList(event, wizard);
        } catch (InvalidInput invalid) {
            return form(event, before, form, FieldErrors.of(invalid, page.text()), wizard, page);
        }
    }

    @PostMapping("/{type}/archival")
    ModelAndView archive(
            @PathVariable String slug,
            @PathVariable TicketTypeId type,
            @RequestParam(defaultValue = "false") boolean wizard,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        TicketTypeView shown = type(event, type);
        types.archive(type);
        Flash.good(page.text().get("ticketing.types.archived", shown.name())).with(redirect);
        return toList(event, wizard);
    }

    /** One place up or down; past the end nothing moves. */
    @PostMapping("/{type}/position")
    ModelAndView move(
            @PathVariable String slug,
            @PathVariable TicketTypeId type,
            @RequestParam String to,
            @RequestParam(defaultValue = "false") boolean wizard) {
        EventView event = event(slug);
        List<TicketTypeId> order = new ArrayList<>(reads.all(event.id()).stream()
                .filter(other -> !other.archived())
                .map(TicketTypeView::id)
                .toList());
        int from = order.indexOf(type);
        int there = to.equals("up") ? from - 1 : from + 1;
        if (from < 0) throw new NotFound("ticket_type");
        if (there >= 0 && there < order.size()) {
            Collections.swap(order, from, there);
            types.reorder(event, order);
        }
        return toList(event, wizard);
    }

    private EventView event(String slug) {
        return events.where(Permission.EDIT_EVENT, slug);
    }

    private TicketTypeView type(EventView event, TicketTypeId id) {
        TicketTypeView type = reads.editable(id);
        if (!type.event().equals(event.id()) || type.archived()) throw new NotFound("ticket_type");
        return type;
    }

    private ModelAndView form(
            EventView event,
            @Nullable TicketTypeView type,
            TicketTypeForm form,
            FieldErrors errors,
            boolean wizard,
            Page page) {
        ModelAndView shown = titled(page, event)
                .show("ticketing/type-form", "view", views.form(event, type, form, errors, wizard, page.text()));
        if (errors.any()) shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }

    private static Page titled(Page page, EventView event) {
        return page.titled(
                        page.text().get("ticketing.types.title", event.details().title()))
                .hue(event.details().hue());
    }

    private static ModelAndView toList(EventView event, boolean wizard) {
        RedirectView there = new RedirectView(TicketTypeViews.path(event) + (wizard ? "?wizard=1" : ""));
        there.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(there);
    }
}
