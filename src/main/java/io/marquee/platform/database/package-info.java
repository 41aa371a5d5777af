/** PostgreSQL: the one inside or the one that the operator names, its two roles, and the proof that rows are guarded. */
@NullMarked
package io.marquee.platform.database;

import org.jspecify.annotations.NullMarked;
