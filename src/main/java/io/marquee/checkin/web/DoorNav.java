package io.marquee.checkin.web;

import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Text;
import java.util.Arrays;
import java.util.List;

/** The team's pages about the door: those that whoever acts may open, beside each other. */
public record DoorNav(ManageNav nav, List<Link> tabs) {

    /** In order. */
    enum Tab {
        SCANS("", Permission.CHECK_IN),
        LIVE("/live", Permission.CHECK_IN),
        CONFLICTS("/conflicts", Permission.CHECK_IN),
        DEVICES("/devices", Permission.MANAGE_TEAM),
        LISTS("/lists", Permission.MANAGE_TEAM),
        CODES("/codes", Permission.EDIT_EVENT),
        BADGES("/badges", Permission.EDIT_EVENT);

        private final String path;
        private final Permission permission;

        Tab(String path, Permission permission) {
            this.path = path;
            this.permission = permission;
        }
    }

    static DoorNav of(EventView event, Tab current, Access access, Text text) {
        return new DoorNav(
                ManageNav.of(event, ManageNav.Entry.CHECK_INS, access, text),
                Arrays.stream(Tab.values())
                        .filter(tab -> access.may(tab.permission, event.organization(), event.id()))
                        .map(tab -> Link.to(path(event, tab), text.of("checkin.nav", tab))
                                .current(tab == current))
                        .toList());
    }

    static String path(EventView event, Tab tab) {
        return "/manage/events/" + event.slug() + "/check-ins" + tab.path;
    }

    /** The event's page that all of them lie below. */
    public String path() {
        return nav.path() + "/check-ins";
    }
}
