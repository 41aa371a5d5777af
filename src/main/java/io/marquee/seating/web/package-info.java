/** The editor of an event's plan of seats, for its team. */
@NullMarked
package io.marquee.seating.web;

import org.jspecify.annotations.NullMarked;
