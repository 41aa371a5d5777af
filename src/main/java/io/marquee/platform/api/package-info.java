/** What all of the API under {@code /api/v1} has in common: problems, cursors, idempotency, its description. */
@NullMarked
package io.marquee.platform.api;

import org.jspecify.annotations.NullMarked;
