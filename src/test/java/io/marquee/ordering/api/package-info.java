/** Orders over the API. */
@NullMarked
package io.marquee.ordering.api;

import org.jspecify.annotations.NullMarked;
