/** An event’s questions for programs, v1. */
@NullMarked
package io.marquee.registration.api;

import org.jspecify.annotations.NullMarked;
