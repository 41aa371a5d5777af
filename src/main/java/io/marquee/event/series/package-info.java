/** Series: events that repeat by a rule, each of them an event of its own. */
@NullMarked
package io.marquee.event.series;

import org.jspecify.annotations.NullMarked;
