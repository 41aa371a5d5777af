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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The pages of the editor, each as it stands or as somebody filled it in. */
@Component
class Editing {
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

    /** @param typed what somebody filled in; none: as it stands */
    ModelAndView editor(
            EventView event,
            Map<String, String> typed,
            FieldErrors errors,
            List<SeatImports.Refused> refused,
            Page page) {
        Text text = page.text();
        SeatPlan plan = plan(event);
        List<TypesToSeat.Type> known = types.of(event.id());
        EditorView view = new EditorView(
                ManageNav.of(event, ManageNav.Entry.SEATS, access, text),
                path(event),
                "/api/v1/events/" + event.id(),
                plan != null,
                plan == null ? List.of() : sections(event, plan, known, text),
                plan == null ? kept(event, text) : null,
                EditorFields.settings(plan, event, typed, errors, text),
                EditorFields.adding(typed, errors, text),
                known.stream()
                        .map(type -> new EditorView.Check(type.id().toString(), type.name(), false))
                        .toList(),
                refused.stream()
                        .map(line -> new EditorView.Line(
                                line.line(), text.get("invalid." + line.code()), String.join(", ", line.cells())))
                        .toList(),
                refused.isEmpty() ? null : RefusedCsv.dataAddress(refused, text),
                errors);
        return shown(event, "seating/editor", view, errors, page);
    }

    ModelAndView section(EventView event, UUID id, Map<String, String> typed, FieldErrors errors, Page page) {
        Text text = page.text();
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
                                .value(plan.sections().indexOf(section) + 1)
                                .required()),
                types.of(event.id()).stream()
                        .map(type -> new EditorView.Check(
                                type.id().toString(),
                                type.name(),
                                section.ticketTypes().contains(type.id())))
                        .toList(),
                section.rows().stream()
                        .map(row -> row(section, row, taken, text))
                        .toList(),
                Field.select(
                                "row",
                                text.get("seating.row.which"),
                                section.rows().stream()
                                        .map(row -> Option.of(String.valueOf(row.order()), row.label()))
                                        .toList())
                        .required(),
                errors);
        return shown(event, "seating/section", view, errors, page);
    }

    private static SectionView.Row row(SeatPlan.Section section, SeatPlan.Row row, SeatMaps.Taken taken, Text text) {
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
                                    seat.accessible());
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
