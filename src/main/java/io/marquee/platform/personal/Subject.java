package io.marquee.platform.personal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * About whom it is.
 *
 * @param person the account; null for somebody who has none
 * @param email the normalised address
 */
public record Subject(@Nullable UUID person, String email) {}
