package io.marquee.platform.web.security;

import io.marquee.platform.config.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Tells writes that another site made a browser send. Browsers say so themselves in {@code Sec-Fetch-Site}; older ones send
 * {@code Origin}. A client that sends neither is no browser, so nobody's cookie rides with it unasked; what carries a
 * bearer token in a header was not sent by a form. No token in the page is needed, so pages can be cached as bytes. The
 * same rule as Go's {@code http.CrossOriginProtection}; docs/adr tells why.
 */
@Component
class CrossSiteWrites implements RequestMatcher {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final URI baseUrl;

    CrossSiteWrites(Settings settings) {
        this.baseUrl = settings.baseUrl();
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        if (SAFE.contains(request.getMethod()) || request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        return !ours(request.getHeader(HttpHeaders.ORIGIN), request);
    }

    private boolean ours(@Nullable String origin, HttpServletRequest request) {
        return origin == null
                || origin.equals(baseUrl.getScheme() + "://" + baseUrl.getAuthority())
                || origin.equals(request.getScheme() + "://" + request.getHeader(HttpHeaders.HOST));
    }
}
