package io.marquee.ordering.web;

import io.marquee.event.EventView;
import io.marquee.platform.tenancy.Actor;
import io.marquee.ticketing.TicketView;

/**
 * One ticket, opened by somebody.
 *
 * @param visitor by whose right: a person's, an order's or a transfer's
 * @param path of its page
 */
record TicketVisit(Actor visitor, String path, TicketView ticket, EventView event) {}
