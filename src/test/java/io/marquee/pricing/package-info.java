@NullMarked
package io.marquee.pricing;

import org.jspecify.annotations.NullMarked;
