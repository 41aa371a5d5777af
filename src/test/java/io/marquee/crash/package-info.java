@NullMarked
package io.marquee.crash;

import org.jspecify.annotations.NullMarked;
