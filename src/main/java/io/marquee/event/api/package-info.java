/** The API of events, v1. */
@NullMarked
package io.marquee.event.api;

import org.jspecify.annotations.NullMarked;
