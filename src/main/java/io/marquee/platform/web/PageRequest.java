package io.marquee.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/** What every page knows from its request alone. */
public record PageRequest(
        Text text,
        @Nullable Viewer viewer,
        @Nullable Flash flash,
        String path,
        @Nullable CsrfToken csrf,
        Assets assets) {}
