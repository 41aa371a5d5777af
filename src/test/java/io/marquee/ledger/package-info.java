@NullMarked
package io.marquee.ledger;

import org.jspecify.annotations.NullMarked;
