/** Tests of what a gate carries for when it is alone. */
@NullMarked
package io.marquee.checkin.roster;

import org.jspecify.annotations.NullMarked;
