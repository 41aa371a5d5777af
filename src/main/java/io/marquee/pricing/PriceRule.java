package io.marquee.pricing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import java.util.UUID;

/** A tax, a fee or a group discount of an event. */
public record PriceRule(UUID id, EventId event, OrganizationId organization, RuleDetails details) {}
