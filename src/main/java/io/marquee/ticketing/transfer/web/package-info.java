/** Pages of transfers for an event's team. */
@NullMarked
package io.marquee.ticketing.transfer.web;

import org.jspecify.annotations.NullMarked;
