/** Check-ins under {@code /api/v1}. */
@NullMarked
package io.marquee.checkin.api;

import org.jspecify.annotations.NullMarked;
