/** Documents in the API. */
@NullMarked
package io.marquee.invoicing.api;

import org.jspecify.annotations.NullMarked;
