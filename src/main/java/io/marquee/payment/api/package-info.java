/** Money, for programs. */
@NullMarked
package io.marquee.payment.api;

import org.jspecify.annotations.NullMarked;
