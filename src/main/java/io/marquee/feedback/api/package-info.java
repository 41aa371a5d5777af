/** Feedback for programs, v1. */
@NullMarked
package io.marquee.feedback.api;

import org.jspecify.annotations.NullMarked;
