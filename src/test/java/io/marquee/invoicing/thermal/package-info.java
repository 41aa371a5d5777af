/** Till rolls, printed by a printer that exists in the tests only. */
@NullMarked
package io.marquee.invoicing.thermal;

import org.jspecify.annotations.NullMarked;
