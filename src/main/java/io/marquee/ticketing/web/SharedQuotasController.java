package io.marquee.ticketing.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.SharedQuotaView;
import io.marquee.ticketing.SharedQuotas;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.TicketTypeReads;
import io.marquee.ticketing.TicketTypeView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** The numbers that ticket types of an event share, for its team. */
@Controller
@RequestMapping("/manage/events/{slug}/shared-quotas")
class SharedQuotasController {
    private static final String TYPE = "type_";

    private final EventReads events;
    private final SharedQuotas quotas;
    private final TicketTypeReads types;
    private final Access access;

    SharedQuotasController(EventReads events, SharedQuotas quotas, TicketTypeReads types, Access access) {
        this.events = events;
        this.quotas = quotas;
        this.types = types;
        this.access = access;
    }

    @GetMapping
    ModelAndView list(@PathVariable String slug, Page page) {
        EventView event = event(slug);
        List<TicketTypeView> all = types.all(event.id());
        SharedQuotasView view = new SharedQuotasView(
                nav(event, page.text()),
                path(event),
                TicketTypeViews.path(event),
                quotas.of(event).stream()
                        .map(quota -> line(event, quota, all, page.text()))
                        .toList());
        return titled(page, event).show("ticketing/shared-quotas", "view", view);
    }

    @GetMapping("/new")
    ModelAndView add(@PathVariable String slug, Page page) {
        return form(event(slug), null, Map.of(), FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView create(
            @PathVariable String slug,
            @RequestParam Map<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        try {
            quotas.create(event, fields.getOrDefault("name", ""), size(fields), sharing(fields));
            return saved(event, page, redirect);
        } catch (InvalidInput invalid) {
            return form(event, null, fields, FieldErrors.of(invalid, page.text()), page);
        }
    }

    @GetMapping("/{quota}")
    ModelAndView show(@PathVariable String slug, @PathVariable UUID quota, Page page) {
        EventView event = event(slug);
        SharedQuotaView there = quota(event, quota);
        Map<String, String> fields = Map.of("name", there.name(), "size", String.valueOf(there.size()));
        return form(event, there, fields, FieldErrors.none(), page);
    }

    @PostMapping("/{quota}")
    ModelAndView edit(
            @PathVariable String slug,
            @PathVariable UUID quota,
            @RequestParam Map<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        SharedQuotaView before = quota(event, quota);
        try {
            quotas.edit(before.id(), fields.getOrDefault("name", ""), size(fields));
            return saved(event, page, redirect);
        } catch (InvalidInput invalid) {
            return form(event, before, fields, FieldErrors.of(invalid, page.text()), page);
        }
    }

    @PostMapping("/{quota}/removal")
    ModelAndView remove(@PathVariable String slug, @PathVariable UUID quota, Page page, RedirectAttributes redirect) {
        EventView event = event(slug);
        quotas.retire(quota(event, quota).id());
        return saved(event, page, redirect);
    }

    private EventView event(String slug) {
        return events.where(Permission.EDIT_EVENT, slug);
    }

    private SharedQuotaView quota(EventView event, UUID id) {
        SharedQuotaView quota = quotas.editable(id);
        if (!quota.event().equals(event.id())) throw new NotFound("shared_quota");
        return quota;
    }

    private static int size(Map<String, String> fields) {
        try {
            return Integer.parseInt(fields.getOrDefault("size", "").strip());
        } catch (NumberFormatException e) {
            throw InvalidInput.at("size", "whole_number");
        }
    }

    private static Set<TicketTypeId> sharing(Map<String, String> fields) {
        try {
            return fields.keySet().stream()
                    .filter(name -> name.startsWith(TYPE))
                    .map(name -> TicketTypeId.valueOf(name.substring(TYPE.length())))
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException typedByHand) {
            throw InvalidInput.at("ticketTypes", "unknown_ticket_type");
        }
    }

    private static ModelAndView saved(EventView event, Page page, RedirectAttributes redirect) {
        Flash.good(page.text().get("ticketing.shared.saved")).with(redirect);
        return SeeOther.to(path(event));
    }

    private static String path(EventView event) {
        return "/manage/events/" + event.slug() + "/shared-quotas";
    }

    private ManageNav nav(EventView event, Text text) {
        return ManageNav.of(event, ManageNav.Entry.TICKET_TYPES, access, text);
    }

    private static Page titled(Page page, EventView event) {
        return page.titled(
                        page.text().get("ticketing.types.title", event.details().title()))
                .hue(event.details().hue());
    }

    private static SharedQuotasView.Line line(
            EventView event, SharedQuotaView quota, List<TicketTypeView> all, Text text) {
        return new SharedQuotasView.Line(
                path(event) + "/" + quota.id(),
                quota.name(),
                all.stream()
                        .filter(type -> quota.types().contains(type.id()))
                        .map(TicketTypeView::name)
                        .collect(Collectors.joining(", ")),
                text.get("ticketing.types.sold", quota.taken(), quota.size()),
                quota.size(),
                quota.taken());
    }

    private ModelAndView form(
            EventView event,
            @Nullable SharedQuotaView quota,
            Map<String, String> typed,
            FieldErrors errors,
            Page page) {
        Text text = page.text();
        SharedQuotasView.Form view = new SharedQuotasView.Form(
                nav(event, text),
                quota == null ? text.get("ticketing.shared.add") : quota.name(),
                path(event) + (quota == null ? "" : "/" + quota.id()),
                path(event),
                fields(typed, errors, text),
                quota == null ? ticks(event, typed) : List.of(),
                errors);
        ModelAndView shown = titled(page, event).show("ticketing/shared-quota", "view", view);
        if (errors.any()) shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }

    private List<Field> ticks(EventView event, Map<String, String> typed) {
        return types.all(event.id()).stream()
                .filter(type -> !type.archived())
                .map(type -> Field.checkbox(TYPE + type.id(), type.name()).value(typed.containsKey(TYPE + type.id())))
                .toList();
    }

    private static List<Field> fields(Map<String, String> typed, FieldErrors errors, Text text) {
        return List.of(
                Field.text("name", text.get("ticketing.shared.name"))
                        .with("maxlength", "80")
                        .value(typed.get("name"))
                        .error(errors.of("name"))
                        .required(),
                Field.number("size", text.get("ticketing.form.quantity"))
                        .with("min", "0")
                        .value(typed.get("size"))
                        .error(errors.of("size"))
                        .required());
    }
}
