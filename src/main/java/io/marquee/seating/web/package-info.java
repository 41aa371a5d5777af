/** Pages of the buyer (holds, checkout, order, My tickets) and of the team (overview, orders, guests). */
@NullMarked
package io.marquee.seating.web;

import org.jspecify.annotations.NullMarked;
