package io.marquee.payment.web;

import io.marquee.organization.OrganizationNav;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import java.util.List;

/**
 * How an organization's buyers can pay.
 *
 * @param waiting a sentence for each provider that cannot be used yet
 */
public record WaysView(OrganizationNav nav, String path, Field providers, List<String> waiting, FieldErrors errors) {}
