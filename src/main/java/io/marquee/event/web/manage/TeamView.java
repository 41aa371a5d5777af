package io.marquee.event.web.manage;

import io.marquee.event.ManageNav;
import io.marquee.event.TeamInvitation;
import io.marquee.event.TeamMember;
import io.marquee.platform.tenancy.EventGrant;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An event's team.
 *
 * @param steps of the wizard; empty outside it
 * @param invite the form that asks somebody
 */
public record TeamView(
        ManageNav nav,
        List<Link> steps,
        List<TeamMember> members,
        List<TeamInvitation> invitations,
        List<Field> invite,
        FieldErrors errors) {

    public boolean isWizard() {
        return !steps.isEmpty();
    }

    /** For the forms to come back into the wizard. */
    public String query() {
        return isWizard() ? "?wizard=1" : "";
    }

    public String path() {
        return nav.path() + "/team";
    }

    /** "Viewer, can edit, can see guests". */
    public static String standing(Text text, EventRole role, Set<EventGrant> grants) {
        String more = grants.stream()
                .sorted()
                .map(grant -> ", " + text.of("event.grant", grant))
                .collect(Collectors.joining());
        return text.of("event.role", role) + more;
    }
}
