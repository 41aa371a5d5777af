/** Waiting lists over the API, version 1. */
@NullMarked
package io.marquee.ticketing.waiting.api;

import org.jspecify.annotations.NullMarked;
