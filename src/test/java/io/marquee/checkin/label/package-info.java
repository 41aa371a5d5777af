@NullMarked
package io.marquee.checkin.label;

import org.jspecify.annotations.NullMarked;
