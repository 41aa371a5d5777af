/** Pages of the administrator. */
@NullMarked
package io.marquee.administration.web;

import org.jspecify.annotations.NullMarked;
