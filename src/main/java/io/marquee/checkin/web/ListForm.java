package io.marquee.checkin.web;

import io.marquee.checkin.list.ListDetails;
import io.marquee.checkin.list.ListKind;
import io.marquee.checkin.list.ListRule;
import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.TimeField;
import io.marquee.ticketing.TicketTypeView;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A list as it is typed. @param gates a line for each */
record ListForm(
        @Nullable String name,
        @Nullable ListKind kind,
        @Nullable ListRule rule,
        @Nullable List<String> ticketTypes,
        @Nullable String gates,
        @Nullable String opensAt,
        @Nullable String closesAt,
        @Nullable String capacity) {
    static final ListForm EMPTY = new ListForm(null, ListKind.ADMISSION, ListRule.ONCE, null, null, null, null, null);

    /** @throws InvalidInput at what cannot be read */
    ListDetails details(EventView event) {
        ZoneId zone = event.details().timeZone();
        return new ListDetails(
                Objects.requireNonNullElse(name, ""),
                kind,
                rule,
                chosen().stream().map(DeviceForm::id).toList(),
                gates == null ? List.of() : gates.lines().toList(),
                TimeField.parse("opensAt", opensAt, zone),
                TimeField.parse("closesAt", closesAt, zone),
                number());
    }

    private @Nullable Integer number() {
        try {
            return capacity == null || capacity.isBlank() ? null : Integer.valueOf(capacity.strip());
        } catch (NumberFormatException e) {
            throw InvalidInput.at("capacity", "value");
        }
    }

    private List<String> chosen() {
        return ticketTypes == null ? List.of() : ticketTypes;
    }

    List<Field> fields(Text text, List<TicketTypeView> types, FieldErrors errors) {
        return List.of(
                Field.text("name", text.get("checkin.lists.name"))
                        .value(name)
                        .hint(text.get("checkin.lists.name_hint"))
                        .with("maxlength", "60")
                        .error(errors.of("name"))
                        .required(),
                Field.choices(
                                "kind",
                                text.get("checkin.lists.kind"),
                                options(ListKind.values(), "checkin.lists.kind", text))
                        .value(kind == null ? null : Wire.name(kind))
                        .error(errors.of("kind"))
                        .required(),
                Field.choices(
                                "rule",
                                text.get("checkin.lists.rule"),
                                options(ListRule.values(), "checkin.lists.rule", text))
                        .value(rule == null ? null : Wire.name(rule))
                        .error(errors.of("rule"))
                        .required(),
                Field.several("ticketTypes", text.get("checkin.devices.types"), DeviceForm.options(types))
                        .value(String.join("\n", chosen()))
                        .hint(text.get("checkin.lists.types_hint"))
                        .error(errors.of("ticketTypes")),
                Field.textarea("gates", text.get("checkin.devices.gates"))
                        .value(gates)
                        .hint(text.get("checkin.lists.gates_hint"))
                        .with("rows", "3")
                        .error(errors.of("gates")),
                Field.dateTime("opensAt", text.get("checkin.lists.opens"))
                        .value(opensAt)
                        .error(errors.of("opensAt")),
                Field.dateTime("closesAt", text.get("checkin.lists.closes"))
                        .value(closesAt)
                        .error(errors.of("closesAt")),
                Field.number("capacity", text.get("checkin.lists.capacity"))
                        .value(capacity)
                        .hint(text.get("checkin.lists.capacity_hint"))
                        .with("min", "1")
                        .error(errors.of("capacity")));
    }

    private static List<Option> options(Enum<?>[] values, String prefix, Text text) {
        return Arrays.stream(values)
                .map(value -> Option.of(Wire.name(value), text.of(prefix, value)))
                .toList();
    }
}
