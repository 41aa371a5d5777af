package io.marquee.event.web.manage;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.EventGrant;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What somebody is to be on an event: a role, and grants for a viewer. */
record RoleForm(Map<String, String> values) {
    private static final List<EventRole> CHOICES = List.of(EventRole.VIEWER, EventRole.ADMIN, EventRole.STAFF);

    EventRole role() {
        FormValues form = new FormValues(values);
        EventRole role = form.choice("role", EventRole.class, EventRole.VIEWER);
        form.orThrow();
        if (!CHOICES.contains(role)) throw InvalidInput.at("role", "value");
        return role;
    }

    Set<EventGrant> grants() {
        Set<EventGrant> grants = EnumSet.noneOf(EventGrant.class);
        for (EventGrant grant : EventGrant.values()) {
            if ("true".equals(values.get(name(grant)))) grants.add(grant);
        }
        return grants;
    }

    String email() {
        return values.getOrDefault("email", "").strip();
    }

    /** With the address first. */
    List<Field> fields(FieldErrors errors, Text text) {
        return Stream.concat(
                        Stream.of(Field.email("email", text.get("event.team.email"))
                                .value(email())
                                .error(errors.of("email"))
                                .required()),
                        roleFields(errors, text).stream())
                .toList();
    }

    List<Field> roleFields(FieldErrors errors, Text text) {
        List<Option> roles = CHOICES.stream()
                .map(role -> new Option(
                        Wire.name(role),
                        text.of("event.role", role),
                        text.get("event.role." + Wire.name(role) + ".hint")))
                .toList();
        List<Field> fields = new ArrayList<>();
        fields.add(Field.choices("role", text.get("event.team.role"), roles)
                .value(values.getOrDefault("role", "viewer"))
                .error(errors.of("role"))
                .required());
        for (EventGrant grant : EventGrant.values()) {
            fields.add(Field.checkbox(name(grant), text.of("event.team.grant", grant))
                    .value(values.getOrDefault(name(grant), "")));
        }
        return fields;
    }

    static String name(EventGrant grant) {
        return "grant_" + Wire.name(grant);
    }
}
