/** What was done, for programs, v1. */
@NullMarked
package io.marquee.trail.api;

import org.jspecify.annotations.NullMarked;
