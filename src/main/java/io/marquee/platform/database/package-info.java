/** PostgreSQL: the one inside or the one that the operator names, its two roles, and the proof that rows are guarded. */
@NullMarked
@NamedInterface("database")
package io.marquee.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
