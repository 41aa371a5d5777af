@NullMarked
package io.marquee.payment.stripe;

import org.jspecify.annotations.NullMarked;
