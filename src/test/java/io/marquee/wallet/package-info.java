@NullMarked
package io.marquee.wallet;

import org.jspecify.annotations.NullMarked;
