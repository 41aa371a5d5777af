/** Labels and badges that are printed when somebody comes in: PDF, or ZPL for label printers. No tables. */
@NullMarked
package io.marquee.checkin.label;

import org.jspecify.annotations.NullMarked;
