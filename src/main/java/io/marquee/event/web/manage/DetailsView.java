package io.marquee.event.web.manage;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Meanwhile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of an event's details.
 *
 * @param nav null for an event that is not there yet
 * @param steps of the wizard; empty outside it
 * @param action where the form goes
 * @param hosts a choice of organizations, where there is one
 * @param meanwhile what somebody else saved; null unless they were quicker
 */
public record DetailsView(
        @Nullable ManageNav nav,
        List<Link> steps,
        String action,
        DetailsFields fields,
        @Nullable Field hosts,
        @Nullable Meanwhile meanwhile) {

    DetailsView after(Meanwhile saved) {
        return new DetailsView(nav, steps, action, fields, hosts, saved);
    }

    public boolean isWizard() {
        return !steps.isEmpty();
    }

    public FieldErrors errors() {
        return fields.errors();
    }

    public String version() {
        return fields.form().get("version");
    }
}
