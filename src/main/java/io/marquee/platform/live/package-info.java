/** What pages hear while they are open: told by the database, or by Redis, to all nodes, and from there to the browsers. */
@NullMarked
package io.marquee.platform.live;

import org.jspecify.annotations.NullMarked;
