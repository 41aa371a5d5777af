/** The pictures of an event. */
@NullMarked
package io.marquee.event.gallery;

import org.jspecify.annotations.NullMarked;
