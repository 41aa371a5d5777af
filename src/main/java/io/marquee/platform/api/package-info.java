/** What all of the API under {@code /api/v1} has in common: problems, cursors, idempotency, its description. */
@NullMarked
@NamedInterface("api")
package io.marquee.platform.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
