/** Plans of seats over the API, version 1. */
@NullMarked
package io.marquee.seating.api;

import org.jspecify.annotations.NullMarked;
