/** Stakes, for an event's team. */
@NullMarked
package io.marquee.escrow.web;

import org.jspecify.annotations.NullMarked;
