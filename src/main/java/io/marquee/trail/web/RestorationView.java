package io.marquee.trail.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What going back would change.
 *
 * @param refused why it cannot be done; null where it can
 */
public record RestorationView(
        String subject,
        String at,
        List<TrailView.Change> changes,
        @Nullable String refused,
        String path,
        String back) {}
