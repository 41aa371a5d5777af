/** Orders, their payments and their refunds, against a real database. */
@NullMarked
package io.marquee.invoicing;

import org.jspecify.annotations.NullMarked;
