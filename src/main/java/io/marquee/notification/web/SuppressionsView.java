package io.marquee.notification.web;

import io.marquee.organization.OrganizationNav;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Pagination;
import java.util.List;

/** Addresses that an organization does not write to. */
public record SuppressionsView(
        OrganizationNav nav,
        String path,
        List<Row> rows,
        String wanted,
        Pagination pagination,
        Field entry,
        FieldErrors errors) {
    /** @param why the reason, what it is about, and since when */
    public record Row(String email, String why, String detail, String path) {}
}
