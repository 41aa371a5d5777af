package io.marquee.organization;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Text;
import java.util.Arrays;
import java.util.List;

/**
 * What the pages of an organization's members have in common, for {@code organization/manage-nav.jte}.
 *
 * @param links the entries that whoever acts may open
 */
public record OrganizationNav(OrganizationView organization, List<Link> links) {

    /** What the pages are about; those of none come first. */
    public enum Group {
        NONE,
        MONEY,
        PEOPLE,
        BEHIND
    }

    /** The pages of an organization's members, in order. */
    public enum Entry {
        BRAND(Group.NONE, "/brand", "image", Permission.EDIT_ORGANIZATION),
        MEMBERS(Group.NONE, "/members", "people", Permission.SEE_ORGANIZATION),
        FINANCES(Group.MONEY, "/finances", "money", Permission.SEE_FINANCES),
        PAYMENTS(Group.MONEY, "/payments", "check", Permission.MANAGE_MONEY),
        PAYOUTS(Group.MONEY, "/payouts", "bolt", Permission.MANAGE_MONEY),
        DISPUTES(Group.MONEY, "/disputes", "info", Permission.MANAGE_MONEY),
        REFUND_REQUESTS(Group.MONEY, "/refund-requests", "alert", Permission.SEE_ORDERS),
        DOCUMENTS(Group.MONEY, "/documents", "mail", Permission.SEE_ORDERS),
        SELLER(Group.MONEY, "/seller", "settings", Permission.EDIT_ORGANIZATION),
        MAIL_TEXTS(Group.PEOPLE, "/mail-texts", "mail", Permission.EDIT_ORGANIZATION),
        SUPPRESSIONS(Group.PEOPLE, "/suppressions", "mail", Permission.EDIT_ORGANIZATION),
        FEEDBACK(Group.PEOPLE, "/feedback", "mail", Permission.SEE_ORGANIZATION),
        IMPORTS(Group.BEHIND, "/imports", "download", Permission.IMPORT_EVENTS),
        WEBHOOKS(Group.BEHIND, "/webhooks", "link", Permission.EDIT_ORGANIZATION),
        TICKET_KEYS(Group.BEHIND, "/ticket-keys", "ticket", Permission.MANAGE_OWNERS),
        TRAIL(Group.BEHIND, "/trail", "clock", Permission.SEE_TRAIL);

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
    public static OrganizationNav of(OrganizationView organization, Entry current, Access access, Text text) {
        return new OrganizationNav(
                organization,
                Arrays.stream(Entry.values())
                        .filter(entry -> access.may(entry.permission, organization.id()))
                        .map(entry -> Link.to(path(organization) + entry.path, text.of("organization.nav", entry))
                                .icon(entry.icon)
                                .under(
                                        entry.group == Group.NONE
                                                ? null
                                                : text.of("organization.nav.group", entry.group))
                                .current(entry == current))
                        .toList());
    }

    /** The address that the pages lie below. */
    public static String path(OrganizationView organization) {
        return "/manage/organizations/" + organization.slug();
    }

    /** The address of the page that everybody sees. */
    public String publicPath() {
        return "/o/" + organization.slug();
    }
}
