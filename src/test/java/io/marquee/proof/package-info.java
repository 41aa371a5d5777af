/** Proofs over the whole product, whatever its modules are: every table, every route, every answer. */
@NullMarked
package io.marquee.proof;

import org.jspecify.annotations.NullMarked;
