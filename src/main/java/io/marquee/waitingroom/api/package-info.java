/** Waiting rooms in the API, v1. */
@NullMarked
package io.marquee.waitingroom.api;

import org.jspecify.annotations.NullMarked;
