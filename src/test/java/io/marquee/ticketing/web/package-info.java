/** Ticketing from outside. */
@NullMarked
package io.marquee.ticketing.web;

import org.jspecify.annotations.NullMarked;
