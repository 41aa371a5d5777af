/** Tickets that change hands. Named as the product's package is: this card is found in its place when modules are checked. */
@NamedInterface("transfer")
@NullMarked
package io.marquee.ticketing.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
