/** The stock under pressure, holds, tickets and their codes. */
@NullMarked
package io.marquee.ticketing;

import org.jspecify.annotations.NullMarked;
