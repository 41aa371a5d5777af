/** The waiting room's pages: for those who wait, and for the event's team. */
@NullMarked
package io.marquee.waitingroom.web;

import org.jspecify.annotations.NullMarked;
