package io.marquee.event;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Text;
import java.util.Arrays;
import java.util.List;

/**
 * What the pages of an event's team have in common, for {@code event/manage-nav.jte}: the event, and where its team can go.
 *
 * @param links the entries that whoever acts may open
 * @param publishable whether it is a draft that whoever acts may publish
 */
public record ManageNav(EventView event, List<Link> links, boolean publishable) {

    /** What the pages are about; those of none come first. */
    public enum Group {
        NONE,
        EVENT,
        SALE,
        MONEY,
        PEOPLE,
        DOOR,
        BEHIND
    }

    /** The pages of an event's team, in order. */
    public enum Entry {
        OVERVIEW(Group.NONE, "", "info", Permission.SEE_EVENT),
        TASKS(Group.NONE, "/tasks", "check", Permission.SEE_EVENT),
        EDIT(Group.EVENT, "/edit", "calendar", Permission.EDIT_EVENT),
        PAGE(Group.EVENT, "/page", "settings", Permission.EDIT_EVENT),
        PICTURES(Group.EVENT, "/pictures", "image", Permission.EDIT_EVENT),
        AGENDA(Group.EVENT, "/agenda", "clock", Permission.EDIT_EVENT),
        SERIES(Group.EVENT, "/series", "calendar", Permission.EDIT_EVENT),
        TICKET_TYPES(Group.SALE, "/ticket-types", "ticket", Permission.EDIT_EVENT),
        PRICES(Group.SALE, "/prices", "bolt", Permission.EDIT_EVENT),
        QUESTIONS(Group.SALE, "/questions", "check", Permission.EDIT_EVENT),
        SEATS(Group.SALE, "/seats", "pin", Permission.EDIT_EVENT),
        WAITING_ROOM(Group.SALE, "/waiting-room", "clock", Permission.EDIT_EVENT),
        ORDERS(Group.MONEY, "/orders", "mail", Permission.SEE_ORDERS),
        APPROVALS(Group.MONEY, "/approvals", "check", Permission.SEE_ORDERS),
        REFUND_REQUESTS(Group.MONEY, "/refund-requests", "alert", Permission.SEE_ORDERS),
        STAKES(Group.MONEY, "/stakes", "check", Permission.SEE_ORDERS),
        FINANCES(Group.MONEY, "/finances", "money", Permission.SEE_FINANCES),
        GUESTS(Group.PEOPLE, "/guests", "people", Permission.SEE_GUESTS),
        ATTENDEES(Group.PEOPLE, "/attendees", "ticket", Permission.SEE_GUESTS),
        WAITING_LIST(Group.PEOPLE, "/waiting-list", "clock", Permission.SEE_GUESTS),
        TRANSFERS(Group.PEOPLE, "/transfers", "link", Permission.SEE_GUESTS),
        BLASTS(Group.PEOPLE, "/blasts", "mail", Permission.SEE_GUESTS),
        CHAT(Group.PEOPLE, "/chat", "people", Permission.SEE_EVENT),
        FEEDBACK(Group.PEOPLE, "/feedback", "mail", Permission.SEE_EVENT),
        BOX_OFFICE(Group.DOOR, "/box-office", "ticket", Permission.SELL_AT_DOOR),
        CHECK_INS(Group.DOOR, "/check-ins", "scan", Permission.CHECK_IN),
        TEAM(Group.BEHIND, "/team", "people", Permission.MANAGE_TEAM),
        TRAIL(Group.BEHIND, "/trail", "clock", Permission.SEE_TRAIL),
        SETTINGS(Group.BEHIND, "/settings", "settings", Permission.PUBLISH_EVENT);

        private final Group group;
        private final String path;
        private final String icon;
        private final Permission permission;

        Entry(Group group, String path, String icon, Permission permission) {
            this.group = group;
            this.path = path;
            this.icon = icon;
            this.permission = permission;
        }
    }

    /** With {@code current} marked as the page in view. */
    public static ManageNav of(EventView event, Entry current, Access access, Text text) {
        return new ManageNav(
                event,
                Arrays.stream(Entry.values())
                        .filter(entry -> access.may(entry.permission, event.organization(), event.id()))
                        .map(entry -> Link.to(path(event) + entry.path, text.of("event.nav", entry))
                                .icon(entry.icon)
                                .under(entry.group == Group.NONE ? null : text.of("event.nav.group", entry.group))
                                .current(entry == current))
                        .toList(),
                event.state() == EventState.DRAFT
                        && access.may(Permission.PUBLISH_EVENT, event.organization(), event.id()));
    }

    /** The overview's address; the other pages lie below it. */
    public String path() {
        return path(event);
    }

    /** The address of the page that guests see. */
    public String publicPath() {
        return "/events/" + event.slug();
    }

    private static String path(EventView event) {
        return "/manage/events/" + event.slug();
    }
}
