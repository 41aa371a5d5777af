package io.marquee.event.web.manage;

import io.marquee.organization.OrganizationView;
import io.marquee.platform.web.EventCard;
import java.util.List;

/**
 * Where a person's work begins.
 *
 * @param groups their events by how things stand, those that need something first
 */
public record HomeView(List<OrganizationView> organizations, List<Group> groups) {

    /** @param label such as "Drafts" */
    public record Group(String label, List<EventCard> events) {}

    public boolean hasNothing() {
        return organizations.isEmpty() && groups.isEmpty();
    }
}
