/** How the application starts, says so, fails to, and examines itself. */
@NullMarked
package io.marquee.platform.operation;

import org.jspecify.annotations.NullMarked;
