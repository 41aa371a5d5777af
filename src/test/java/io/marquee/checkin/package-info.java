/** Tests of the door. */
@NullMarked
package io.marquee.checkin;

import org.jspecify.annotations.NullMarked;
