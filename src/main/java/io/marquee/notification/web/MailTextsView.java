package io.marquee.notification.web;

import io.marquee.organization.OrganizationNav;
import io.marquee.platform.web.Link;
import java.util.List;

/**
 * The mails whose words an organization can change, in one language.
 *
 * @param tracked whether it hears who opens the optional ones
 */
public record MailTextsView(
        OrganizationNav nav, List<Link> languages, List<Group> groups, String trackingPath, boolean tracked) {
    /** Those that go to the same people. */
    public record Group(String heading, List<Row> rows) {}

    /** @param own whether something of it is the organization's own */
    public record Row(String path, String label, boolean own) {}
}
