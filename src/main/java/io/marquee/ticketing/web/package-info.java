/** Ticketing's pages: the ticket types of an event, for its team, and the tickets card of its public page. */
@NullMarked
package io.marquee.ticketing.web;

import org.jspecify.annotations.NullMarked;
