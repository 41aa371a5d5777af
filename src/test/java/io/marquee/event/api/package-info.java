@NullMarked
package io.marquee.event.api;

import org.jspecify.annotations.NullMarked;
