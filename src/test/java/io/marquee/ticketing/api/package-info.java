/** Ticketing from outside. */
@NullMarked
package io.marquee.ticketing.api;

import org.jspecify.annotations.NullMarked;
