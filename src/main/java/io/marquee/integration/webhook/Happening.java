package io.marquee.integration.webhook;

import io.marquee.kernel.OrganizationId;

/**
 * Something that happened.
 *
 * @param cause unique: one cause makes one message to each endpoint
 * @param body as it is sent
 */
record Happening(OrganizationId organization, HappeningType type, String cause, String body) {}
