/** Pages of waiting lists: joining, one's own place, and the team's. */
@NullMarked
package io.marquee.ticketing.waiting.web;

import org.jspecify.annotations.NullMarked;
