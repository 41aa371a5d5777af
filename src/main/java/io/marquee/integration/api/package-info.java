/** Imports under {@code /api/v1}. */
@NullMarked
package io.marquee.integration.api;

import org.jspecify.annotations.NullMarked;
