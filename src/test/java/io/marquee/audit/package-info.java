@NullMarked
package io.marquee.audit;

import org.jspecify.annotations.NullMarked;
