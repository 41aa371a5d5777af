/** What the operator decides: the settings, read from the environment before anything else starts. */
@NullMarked
package io.marquee.platform.config;

import org.jspecify.annotations.NullMarked;
