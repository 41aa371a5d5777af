package io.marquee.notification.web;

import io.marquee.organization.OrganizationNav;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Link;
import java.util.List;

/**
 * The words of one mail in one language.
 *
 * @param all leads back to the list
 * @param own whether something of it is the organization's own
 */
public record MailTextView(
        OrganizationNav nav,
        String all,
        String path,
        String label,
        List<Link> languages,
        boolean own,
        List<Field> fields,
        List<Name> names,
        List<Version> versions,
        FieldErrors errors) {
    /** What can be named, and what it stands for. */
    public record Name(String written, String meaning) {}

    /** @param what who, when, and whether it was ours; @param restorable whether it is not the one that holds */
    public record Version(int version, String what, boolean restorable) {}
}
