/** Ticketing in the API: ticket types and holds. */
@NullMarked
package io.marquee.ticketing.api;

import org.jspecify.annotations.NullMarked;
