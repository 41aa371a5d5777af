/** The seat editor in a browser. */
@NullMarked
package io.marquee.seating.web;

import org.jspecify.annotations.NullMarked;
