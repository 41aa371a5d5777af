/** The way of an event through the product, as people walk it in a browser. */
@NullMarked
package io.marquee.journey;

import org.jspecify.annotations.NullMarked;
