/** The team's pages: an event at a glance and live, its orders, its guests. */
@NullMarked
package io.marquee.ordering.web.manage;

import org.jspecify.annotations.NullMarked;
