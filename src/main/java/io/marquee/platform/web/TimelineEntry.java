package io.marquee.platform.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, for {@code ui/timeline.jte}.
 *
 * @param who the person or "by itself"; null where nobody needs naming
 */
public record TimelineEntry(
        String title, @Nullable String detail, @Nullable String who, Instant at, Tone tone) {}
