@NullMarked
package io.marquee.media;

import org.jspecify.annotations.NullMarked;
