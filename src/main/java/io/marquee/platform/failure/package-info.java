/** The one place where whatever went wrong becomes an answer: problem+json for programs, a page or a fragment for people. */
@NullMarked
package io.marquee.platform.failure;

import org.jspecify.annotations.NullMarked;
