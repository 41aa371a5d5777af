/** Everything with a time: one scheduler for all modules, and the delivery of events that a crash interrupted. */
@NullMarked
package io.marquee.platform.jobs;

import org.jspecify.annotations.NullMarked;
