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

    /** The pages of an organization's members, in order. */
    public enum Entry {
        BRAND("/brand", "image", Permission.EDIT_ORGANIZATION),
        MEMBERS("/members", "people", Permission.SEE_ORGANIZATION),
        FEEDBACK("/feedback", "mail", Permission.SEE_ORGANIZATION),
        REFUND_REQUESTS("/refund-requests", "alert", Permission.SEE_ORDERS),
        DOCUMENTS("/documents", "mail", Permission.SEE_ORDERS),
        SELLER("/seller", "settings", Permission.EDIT_ORGANIZATION),
        FINANCES("/finances", "money", Permission.SEE_FINANCES),
        PAYMENTS("/payments", "check", Permission.MANAGE_MONEY),
        PAYOUTS("/payouts", "bolt", Permission.MANAGE_MONEY),
        DISPUTES("/disputes", "info", Permission.MANAGE_MONEY),
        MAIL_TEXTS("/mail-texts", "mail", Permission.EDIT_ORGANIZATION),
        SUPPRESSIONS("/suppressions", "mail", Permission.EDIT_ORGANIZATION),
        WEBHOOKS("/webhooks", "link", Permission.EDIT_ORGANIZATION),
        TICKET_KEYS("/ticket-keys", "ticket", Permission.MANAGE_OWNERS),
        IMPORTS("/imports", "download", Permission.IMPORT_EVENTS),
        TRAIL("/trail", "clock", Permission.SEE_TRAIL);

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
    public static OrganizationNav of(OrganizationView organization, Entry current, Access access, Text text) {
        return new OrganizationNav(
                organization,
                Arrays.stream(Entry.values())
                        .filter(entry -> access.may(entry.permission, organization.id()))
                        .map(entry -> Link.to(path(organization) + entry.path, text.of("organization.nav", entry))
                                .icon(entry.icon)
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
