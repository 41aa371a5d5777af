package io.marquee.integration;

import io.marquee.kernel.OrganizationId;
import java.time.Instant;
import java.util.UUID;

/** An integrator's endpoint took nothing for days, and is told nothing more. Published inside the transaction that gave it up. */
public record EndpointDisabled(OrganizationId organization, UUID endpoint, String url, Instant at) {}
