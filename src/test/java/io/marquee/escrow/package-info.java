/** Stakes, against a real database. */
@NullMarked
package io.marquee.escrow;

import org.jspecify.annotations.NullMarked;
