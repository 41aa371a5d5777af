/** What an event asks, and what is answered. */
@NullMarked
package io.marquee.registration;

import org.jspecify.annotations.NullMarked;
