/** Pages of documents: an order’s, an organization’s, and who sells. */
@NullMarked
package io.marquee.invoicing.web;

import org.jspecify.annotations.NullMarked;
