/** What the operator decides: the settings, read from the environment before anything else starts. */
@NullMarked
@NamedInterface("config")
package io.marquee.platform.config;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
