/** Pages about money. */
@NullMarked
package io.marquee.payment.web;

import org.jspecify.annotations.NullMarked;
