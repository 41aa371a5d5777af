@NullMarked
package io.marquee.platform.jobs;

import org.jspecify.annotations.NullMarked;
