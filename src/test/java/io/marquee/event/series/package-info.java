@NullMarked
package io.marquee.event.series;

import org.jspecify.annotations.NullMarked;
