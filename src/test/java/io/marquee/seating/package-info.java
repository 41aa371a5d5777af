/** The stock under pressure, holds, tickets and their codes. */
@NullMarked
package io.marquee.seating;

import org.jspecify.annotations.NullMarked;
