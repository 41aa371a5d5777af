/** Tests of the pages of events. */
@NullMarked
package io.marquee.event.web;

import org.jspecify.annotations.NullMarked;
