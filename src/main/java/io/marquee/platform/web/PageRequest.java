package io.marquee.platform.web;

import org.jspecify.annotations.Nullable;

/** What every page knows from its request alone. */
public record PageRequest(
        Text text, @Nullable Viewer viewer, @Nullable Flash flash, String path, Assets assets) {}
