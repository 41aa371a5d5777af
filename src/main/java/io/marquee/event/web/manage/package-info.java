/** The pages on which an event's team makes and runs it. */
@NullMarked
package io.marquee.event.web.manage;

import org.jspecify.annotations.NullMarked;
