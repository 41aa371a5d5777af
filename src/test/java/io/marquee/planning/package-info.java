@NullMarked
package io.marquee.planning;

import org.jspecify.annotations.NullMarked;
