package io.marquee.invoicing.web;

import io.marquee.organization.OrganizationNav;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Pagination;
import java.util.List;

/** An organization's documents. @param kind that is shown; blank for all */
public record DocumentList(
        OrganizationNav nav,
        String path,
        String kind,
        List<Option> kinds,
        List<DocumentRow> documents,
        Pagination pagination) {}
