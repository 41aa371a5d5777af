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

    /** The pages of an event's team, in order. */
    public enum Entry {
        OVERVIEW("", "info", Permission.SEE_EVENT),
        TASKS("/tasks", "check", Permission.SEE_EVENT),
        EDIT("/edit", "calendar", Permission.EDIT_EVENT),
        PAGE("/page", "settings", Permission.EDIT_EVENT),
        PICTURES("/pictures", "image", Permission.EDIT_EVENT),
        AGENDA("/agenda", "clock", Permission.EDIT_EVENT),
        SERIES("/series", "calendar", Permission.EDIT_EVENT),
        TICKET_TYPES("/ticket-types", "ticket", Permission.EDIT_EVENT),
        PRICES("/prices", "bolt", Permission.EDIT_EVENT),
        QUESTIONS("/questions", "check", Permission.EDIT_EVENT),
        SEATS("/seats", "pin", Permission.EDIT_EVENT),
        WAITING_ROOM("/waiting-room", "clock", Permission.EDIT_EVENT),
        TEAM("/team", "people", Permission.MANAGE_TEAM),
        ORDERS("/orders", "mail", Permission.SEE_ORDERS),
        REFUND_REQUESTS("/refund-requests", "alert", Permission.SEE_ORDERS),
        APPROVALS("/approvals", "check", Permission.SEE_ORDERS),
        FINANCES("/finances", "money", Permission.SEE_FINANCES),
        BOX_OFFICE("/box-office", "ticket", Permission.SELL_AT_DOOR),
        STAKES("/stakes", "check", Permission.SEE_ORDERS),
        GUESTS("/guests", "people", Permission.SEE_GUESTS),
        BLASTS("/blasts", "mail", Permission.SEE_GUESTS),
        CHAT("/chat", "people", Permission.SEE_EVENT),
        ATTENDEES("/attendees", "ticket", Permission.SEE_GUESTS),
        WAITING_LIST("/waiting-list", "clock", Permission.SEE_GUESTS),
        TRANSFERS("/transfers", "link", Permission.SEE_GUESTS),
        CHECK_INS("/check-ins", "scan", Permission.CHECK_IN),
        FEEDBACK("/feedback", "mail", Permission.SEE_EVENT),
        TRAIL("/trail", "clock", Permission.SEE_TRAIL),
        SETTINGS("/settings", "settings", Permission.PUBLISH_EVENT);

        private final String path;
        private final String icon;
        private final Permission permission;

        Entry(String path, String icon, Permission permission) {
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
