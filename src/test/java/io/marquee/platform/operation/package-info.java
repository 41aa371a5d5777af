@NullMarked
package io.marquee.platform.operation;

import org.jspecify.annotations.NullMarked;
