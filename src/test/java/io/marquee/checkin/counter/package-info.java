@NullMarked
package io.marquee.checkin.counter;

import org.jspecify.annotations.NullMarked;
