/** How the application starts, says so, fails to, and examines itself. */
@NullMarked
@NamedInterface("operation")
package io.marquee.platform.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
