@NullMarked
package io.marquee.programme;

import org.jspecify.annotations.NullMarked;
