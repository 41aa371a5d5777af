/** What each module keeps about people: told to whoever asks for all of theirs, and erased when they want that. */
@NullMarked
package io.marquee.platform.personal;

import org.jspecify.annotations.NullMarked;
