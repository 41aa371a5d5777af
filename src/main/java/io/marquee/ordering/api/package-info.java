/** Orders over the API, version 1. */
@NullMarked
package io.marquee.ordering.api;

import org.jspecify.annotations.NullMarked;
