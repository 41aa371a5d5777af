/** What a gate does beside scanning, where it may: it sells, and puts tickets in the name of whoever stands there. No tables. */
@NullMarked
package io.marquee.checkin.counter;

import org.jspecify.annotations.NullMarked;
