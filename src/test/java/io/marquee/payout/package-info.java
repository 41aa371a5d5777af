@NullMarked
package io.marquee.payout;

import org.jspecify.annotations.NullMarked;
