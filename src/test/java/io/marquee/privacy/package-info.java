@NullMarked
package io.marquee.privacy;

import org.jspecify.annotations.NullMarked;
