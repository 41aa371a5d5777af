@NullMarked
package io.marquee.trail;

import org.jspecify.annotations.NullMarked;
