package io.marquee.ticketing.transfer;

import io.marquee.kernel.OrganizationId;
import io.marquee.ticketing.TicketId;

/**
 * The mail with one ticket is to be sent to its holder again.
 *
 * @param cause one mail for each, however often it is heard of
 */
public record TicketMailAsked(TicketId ticket, OrganizationId organization, String locale, String cause) {}
