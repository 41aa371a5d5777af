package io.marquee.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Who looks at the page; answered by the module that knows people. */
public interface Viewers {
    /** The signed-in person, or null for a visitor. */
    @Nullable
    Viewer of(HttpServletRequest request);
}
