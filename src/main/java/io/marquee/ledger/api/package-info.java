/** The books, for programs. */
@NullMarked
package io.marquee.ledger.api;

import org.jspecify.annotations.NullMarked;
