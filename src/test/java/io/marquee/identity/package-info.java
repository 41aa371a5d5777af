@NullMarked
package io.marquee.identity;

import org.jspecify.annotations.NullMarked;
