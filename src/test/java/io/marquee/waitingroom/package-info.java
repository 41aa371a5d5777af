/** The stock under pressure, holds, tickets and their codes. */
@NullMarked
package io.marquee.waitingroom;

import org.jspecify.annotations.NullMarked;
