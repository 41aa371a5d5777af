/** The pictures of an event beside its cover. */
@NullMarked
package io.marquee.event.gallery;

import org.jspecify.annotations.NullMarked;
