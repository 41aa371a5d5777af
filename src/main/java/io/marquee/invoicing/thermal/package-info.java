/** Till rolls of 58 and 80 mm: what stands on them, and how printers that speak ESC/POS are told. */
@NullMarked
package io.marquee.invoicing.thermal;

import org.jspecify.annotations.NullMarked;
