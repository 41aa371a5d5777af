/** Tests of the pages of waiting lists. */
@NullMarked
package io.marquee.ticketing.waiting.web;

import org.jspecify.annotations.NullMarked;
