@NullMarked
package io.marquee.event;

import org.jspecify.annotations.NullMarked;
