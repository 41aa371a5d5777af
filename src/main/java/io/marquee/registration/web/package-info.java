/** Pages of an event’s questions, for its team. */
@NullMarked
package io.marquee.registration.web;

import org.jspecify.annotations.NullMarked;
