/** Who acts: every transaction states it to PostgreSQL, whose policies deny by default. */
@NullMarked
package io.marquee.platform.tenancy;

import org.jspecify.annotations.NullMarked;
