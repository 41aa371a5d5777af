@NullMarked
package io.marquee.platform.config;

import org.jspecify.annotations.NullMarked;
