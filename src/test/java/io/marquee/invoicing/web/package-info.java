/** The buyer's and the team's pages, as browsers get them. */
@NullMarked
package io.marquee.invoicing.web;

import org.jspecify.annotations.NullMarked;
