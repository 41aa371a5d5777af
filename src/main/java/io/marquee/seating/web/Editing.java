package io.marquee.seating.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.NotFound;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Text;
import io.marquee.seating.SeatImports;
import io.marquee.seating.SeatMaps;
import io.marquee.seating.SeatPlan;
import io.marquee.seating.TypesToSeat;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/** The pages of the editor, each as it stands or as somebody filled it in. */
@Component
class Editing {
    static final MultiValueMap<String, String> UNTOUCHED = new LinkedMultiValueMap<>();
    private static final Set<String> CHOICES = Set.of("seats", "ticketTypes", "action");

    private final EventReads events;
    private final SeatMaps maps;
    private final TypesToSeat types;
    private final Access access;

    Editing(EventReads events, SeatMaps maps, TypesToSeat types, Access access) {
        this.events = events;
        this.maps = maps;
        this.types = types;
        this.access = access;
    }

    EventView event(String slug) {
        return events.where(Permission.EDIT_EVENT, slug);
    }

    static String path(EventView event) {
        return "/manage/events/" + event.slug() + "/seats";
    }

    @Nullable
    SeatPlan plan(EventView event) {
        try {
            return maps.editable(event);
        } catch (NotFound notDrawnYet) {
            return null;
        }
    }

    /** @param fields what somebody filled in; none: as it stands */
    ModelAndView editor(
            EventView event,
            MultiValueMap<String, String> fields,
            FieldErrors errors,
            List<SeatImports.Refused> refused,
            Page page) {
        Text text = page.text();
        SeatPlan plan = plan(event);
        List<TypesToSeat.Type> known = types.of(event.id());
        Map<String, String> typed = fields.toSingleValueMap();
        EditorView view = new EditorView(
                ManageNav.of(event, ManageNav.Entry.SEATS, access, text),
                path(event),
                "/api/v1/events/" + event.id(),
                plan != null,
                plan == null ? List.of() : sections(event, plan, known, text),
                plan == null ? kept(event, text) : null,
                EditorFields.settings(plan, event, typed, errors, text),
                EditorFields.adding(typed, errors, text),
                checks(known, SeatFields.ids(fields, "type")),
                refused.stream()
                        .map(line -> new EditorView.Line(
                                line.line(), text.get("invalid." + line.code()), String.join(", ", line.cells())))
                        .toList(),
                refused.isEmpty() ? null : RefusedCsv.dataAddress(refused, text),
                told(errors, typed));
        return shown(event, "seating/editor", view, errors, page);
    }

    /** What is wrong with choices, which are no field of their own, is told above all of them; a row's name where it was typed. */
    private static FieldErrors told(FieldErrors errors, Map<String, String> typed) {
        String row = errors.of("row");
        if (row != null) return FieldErrors.of(typed.containsKey("newRow") ? "newRow" : "rowLabel", row);
        return errors.byField().keySet().stream().anyMatch(CHOICES::contains)
                ? FieldErrors.ofForm(errors.together())
                : errors;
    }

    private static List<EditorView.Check> checks(List<TypesToSeat.Type> types, Collection<UUID> checked) {
        return types.stream()
                .map(type -> new EditorView.Check(type.id().toString(), type.name(), checked.contains(type.id())))
                .toList();
    }

    ModelAndView section(
            EventView event, UUID id, MultiValueMap<String, String> fields, FieldErrors errors, Page page) {
        Text text = page.text();
        Map<String, String> typed = fields.toSingleValueMap();
        SeatPlan plan = maps.editable(event);
        SeatPlan.Section section = plan.sections().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("section"));
        SeatMaps.Taken taken = maps.taken(plan);
        SectionView view = new SectionView(
                ManageNav.of(event, ManageNav.Entry.SEATS, access, text),
                path(event),
                path(event) + "/sections/" + id,
                section.name(),
                List.of(
                        Field.text("name", text.get("seating.section.name"))
                                .with("maxlength", "60")
                                .value(typed.getOrDefault("name", section.name()))
                                .error(errors.of("name"))
                                .required(),
                        Field.number("position", text.get("seating.section.position"))
                                .with("min", "1")
                                .value(typed.getOrDefault(
                                        "position",
                                        String.valueOf(plan.sections().indexOf(section) + 1)))
                                .error(errors.of("position"))
                                .required()),
                checks(
                        types.of(event.id()),
                        typed.containsKey("name") ? SeatFields.ids(fields, "type") : section.ticketTypes()),
                section.rows().stream()
                        .map(row -> row(row, taken, SeatFields.ids(fields, "seat"), text))
                        .toList(),
                Field.select(
                                "row",
                                text.get("seating.row.which"),
                                section.rows().stream()
                                        .map(row -> Option.of(String.valueOf(row.order()), row.label()))
                                        .toList())
                        .value(typed.get("row"))
                        .required(),
                typed,
                told(errors, typed));
        return shown(event, "seating/section", view, errors, page);
    }

    private static SectionView.Row row(SeatPlan.Row row, SeatMaps.Taken taken, List<UUID> chosen, Text text) {
        return new SectionView.Row(
                row.order(),
                row.label(),
                row.seats().stream()
                        .map(seat -> {
                            String state = taken.sold().contains(seat.id())
                                    ? "sold"
                                    : taken.blocked().contains(seat.id()) ? "blocked" : "free";
                            return new SectionView.Seat(
                                    seat.id(),
                                    seat.label(),
                                    state,
                                    text.get(
                                            "seating.seat_state",
                                            row.label(),
                                            seat.label(),
                                            text.get("seating.state." + state)),
                                    seat.accessible(),
                                    chosen.contains(seat.id()));
                        })
                        .toList());
    }

    private List<EditorView.Section> sections(EventView event, SeatPlan plan, List<TypesToSeat.Type> known, Text text) {
        SeatMaps.Taken taken = maps.taken(plan);
        Map<UUID, String> names =
                known.stream().collect(Collectors.toMap(TypesToSeat.Type::id, TypesToSeat.Type::name));
        return plan.sections().stream()
                .map(section -> {
                    String sells = section.ticketTypes().stream()
                            .filter(names::containsKey)
                            .map(names::get)
                            .collect(Collectors.joining(", "));
                    return new EditorView.Section(
                            section.id(),
                            section.name(),
                            section.size(),
                            count(section, taken.sold()),
                            count(section, taken.blocked()),
                            sells.isEmpty() ? text.get("seating.section.no_types") : sells,
                            path(event) + "/sections/" + section.id());
                })
                .toList();
    }

    private static int count(SeatPlan.Section section, Set<UUID> among) {
        return (int) section.rows().stream()
                .flatMap(row -> row.seats().stream())
                .filter(seat -> among.contains(seat.id()))
                .count();
    }

    private @Nullable Field kept(EventView event, Text text) {
        if (!access.may(Permission.CREATE_EVENT, event.organization())) return null;
        List<Option> kept = maps.kept(event.organization()).stream()
                .map(plan -> Option.of(plan.id().toString(), plan.name()))
                .toList();
        return kept.isEmpty()
                ? null
                : Field.select("copyOf", text.get("seating.copy.which"), kept).required();
    }

    private static ModelAndView shown(EventView event, String template, Object view, FieldErrors errors, Page page) {
        ModelAndView shown = page.titled(
                        page.text().get("seating.title", event.details().title()))
                .hue(event.details().hue())
                .withModule("seateditor")
                .show(template, "view", view);
        if (errors.any()) shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }
}
