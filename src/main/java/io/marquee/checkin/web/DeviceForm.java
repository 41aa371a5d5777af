package io.marquee.checkin.web;

import io.marquee.checkin.device.DeviceDetails;
import io.marquee.checkin.device.DeviceScope;
import io.marquee.event.EventView;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.TimeField;
import io.marquee.ticketing.TicketTypeView;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A device as it is typed. @param gates a line for each */
record DeviceForm(
        @Nullable String name,
        @Nullable String gates,
        @Nullable List<String> ticketTypes,
        @Nullable String expiresAt,
        @Nullable List<String> scopes) {
    static final DeviceForm EMPTY = new DeviceForm(null, null, null, null, null);

    /** @throws io.marquee.kernel.InvalidInput at {@code expiresAt} */
    DeviceDetails details(EventView event) {
        return new DeviceDetails(
                name == null ? "" : name,
                gates == null ? List.of() : gates.lines().toList(),
                chosen().stream().map(DeviceForm::id).toList(),
                TimeField.parse("expiresAt", expiresAt, event.details().timeZone()),
                Arrays.stream(DeviceScope.values())
                        .filter(scope -> allowed().contains(Wire.name(scope)))
                        .toList());
    }

    private List<String> allowed() {
        return scopes == null ? List.of() : scopes;
    }

    private List<String> chosen() {
        return ticketTypes == null ? List.of() : ticketTypes;
    }

    /** What is no id is nobody's ticket type, and told so at the field. */
    static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }

    List<Field> fields(Text text, List<TicketTypeView> types, FieldErrors errors) {
        return List.of(
                Field.text("name", text.get("checkin.devices.name"))
                        .value(name)
                        .hint(text.get("checkin.devices.name_hint"))
                        .with("maxlength", "60")
                        .error(errors.of("name"))
                        .required(),
                Field.textarea("gates", text.get("checkin.devices.gates"))
                        .value(gates)
                        .hint(text.get("checkin.devices.gates_hint"))
                        .with("rows", "3")
                        .error(errors.of("gates")),
                Field.several("ticketTypes", text.get("checkin.devices.types"), options(types))
                        .value(String.join("\n", chosen()))
                        .hint(text.get("checkin.devices.types_hint"))
                        .error(errors.of("ticketTypes")),
                Field.several(
                                "scopes",
                                text.get("checkin.devices.scopes"),
                                Arrays.stream(DeviceScope.values())
                                        .map(scope ->
                                                Option.of(Wire.name(scope), text.of("checkin.devices.scope", scope)))
                                        .toList())
                        .value(String.join("\n", allowed()))
                        .hint(text.get("checkin.devices.scopes_hint")),
                Field.dateTime("expiresAt", text.get("checkin.devices.expires"))
                        .value(expiresAt)
                        .hint(text.get("checkin.devices.expires_hint"))
                        .error(errors.of("expiresAt")));
    }

    static List<Option> options(List<TicketTypeView> types) {
        return types.stream()
                .map(type -> Option.of(type.id().value().toString(), type.name()))
                .toList();
    }
}
