/** Stakes, for programs. */
@NullMarked
package io.marquee.escrow.api;

import org.jspecify.annotations.NullMarked;
