@NullMarked
package io.marquee.payment.sandbox;

import org.jspecify.annotations.NullMarked;
