@NullMarked
package io.marquee.platform.batch;

import org.jspecify.annotations.NullMarked;
