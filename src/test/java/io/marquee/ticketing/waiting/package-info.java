/** Waiting lists. Named as the product's package is: this card is found in its place when modules are checked. */
@NamedInterface("waiting")
@NullMarked
package io.marquee.ticketing.waiting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
