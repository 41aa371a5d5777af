/** The same for programs, v1. */
@NullMarked
package io.marquee.privacy.api;

import org.jspecify.annotations.NullMarked;
