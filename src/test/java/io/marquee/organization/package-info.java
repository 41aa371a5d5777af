@NullMarked
package io.marquee.organization;

import org.jspecify.annotations.NullMarked;
