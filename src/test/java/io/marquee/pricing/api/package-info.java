@NullMarked
package io.marquee.pricing.api;

import org.jspecify.annotations.NullMarked;
