package io.marquee.platform.api;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of {@code /api/v1} that a person gives to a token one by one. A path belongs to the first that fits. */
public enum ApiArea {
    /** The platform's own, for its administrators. */
    ADMIN("/admin(/.*)?"),
    /** What everybody did, with values of every other part: read alone, for what it undoes belongs to any of them. */
    TRAIL("/trail/.*", "/(me|events/[^/]+|organizations/[^/]+)/trail"),
    /** Who one is, what one is told, and how one pays. */
    PROFILE("/me(/(avatar|messages|notifications|payment-methods|calendar|following)(/.*)?)?"),
    /** Holds, orders, tickets and refunds, bought and sold. */
    ORDERS(
            "/(holds|orders|tickets|transfers|purchases|waiting-list|me/(tickets|purchases))(/.*)?",
            "/ticket-types/[^/]+/waiting-list",
            "/waiting-room/.*",
            "/events/[^/]+/cancellation/refunds(/.*)?",
            "/(events|organizations)/[^/]+/(approvals|attendees|box-office|holds|orders|quotes|refund-requests|transfers|waiting-list|waiting-room)(/.*)?"),
    /** Guest lists, invitations and answers. */
    GUESTS("/rsvps/.*", "/events/[^/]+/(guests|rsvp|segments|blasts)(/.*)?"),
    /** Gates, scanners and who came. */
    CHECK_INS(
            "/events/[^/]+/(check-ins|check-in-lists|conflicts|devices|door|roster)(/.*)?", "/device-enrolments(/.*)?"),
    /** Books, payouts, disputes and documents. */
    MONEY(
            "/disputes/.*",
            "/sandbox/.*",
            "/events/[^/]+/(finances|stakes)(/.*)?",
            "/organizations/[^/]+/(balance|disputes|documents|payment-providers|payout-accounts|seller|statement|stakes)(/.*)?"),
    /** Members, brand, webhooks and signing keys. */
    ORGANIZATIONS(
            "/organizations",
            "/organizations/[^/]+",
            "/organizations/[^/]+/(?!events|imports|series|seat-maps).*",
            "/invitations/.*"),
    /** Events, what they sell and where, their team and their pictures. */
    EVENTS(
            "/(events|organizations|series)(/.*)?",
            "/(media|price-rules|promo-codes|questions|shared-quotas|ticket-types|feedback)(/.*)?");

    private static final String ROOT = "/api/v1";

    /** What opens an account or its tokens: for a session alone, whatever a token's scopes are. */
    private static final Pattern NEVER = Pattern.compile(
            "/(accounts|sessions|sign-in-links|password-resets|personal-data)(/.*)?|/me/(tokens|verification|verification-mails|exports|erasure)(/.*)?");

    private final List<Pattern> paths;

    ApiArea(String... paths) {
        this.paths = List.of(paths).stream().map(Pattern::compile).toList();
    }

    /** @param path decoded, or a route's pattern; null where no token of a person's may go */
    static @Nullable ApiArea of(String path) {
        if (!path.startsWith(ROOT + "/")) return null;
        String within = path.substring(ROOT.length());
        if (NEVER.matcher(within).matches()) return null;
        for (ApiArea area : values()) {
            if (area.paths.stream().anyMatch(pattern -> pattern.matcher(within).matches())) return area;
        }
        return null;
    }
}
