package io.marquee.platform.web;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Keeps "back to where I was" on this site. */
public final class LocalPath {
    private LocalPath() {}

    /** The path if it leads to a page of ours, "/" otherwise: another host, a scheme, a backslash, a line break lead nowhere. */
    public static String of(@Nullable String path) {
        return path != null && isLocal(path) ? path : "/";
    }

    private static boolean isLocal(String path) {
        try {
            var uri = new URI(path);
            return path.startsWith("/")
                    && !path.startsWith("//")
                    && uri.getScheme() == null
                    && uri.getRawAuthority() == null;
        } catch (URISyntaxException notAPath) {
            return false;
        }
    }
}
