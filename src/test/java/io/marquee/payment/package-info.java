@NullMarked
package io.marquee.payment;

import org.jspecify.annotations.NullMarked;
