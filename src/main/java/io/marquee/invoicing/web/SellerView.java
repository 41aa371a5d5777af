package io.marquee.invoicing.web;

import io.marquee.organization.OrganizationNav;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import java.util.List;

/** @param missing whether nothing was said yet */
public record SellerView(OrganizationNav nav, List<Field> fields, boolean missing, FieldErrors errors) {}
