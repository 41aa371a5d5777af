package io.marquee.platform.operation;

import io.marquee.platform.config.Settings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Figures tell how a business does: they are for this machine, and for who has the token. To all others there are none. Health is
 * for everybody, its details for the same few.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class MetricsGate extends OncePerRequestFilter {
    private static final String CLOSED = "/actuator";
    private static final String OPEN = "/actuator/health";

    private final Settings settings;

    MetricsGate(Settings settings) {
        this.settings = settings;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // decoded, unlike the URI: no spelling of it leads around the gate
        String path = request.getServletPath();
        return !path.startsWith(CLOSED);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isFromHere(request) || hasToken(request)) {
            chain.doFilter(new Operator(request), response);
        } else if (request.getServletPath().startsWith(OPEN)) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** A proxy on this machine speaks for others: its requests name whom they are forwarded for. */
    private static boolean isFromHere(HttpServletRequest request) throws UnknownHostException {
        return request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    }

    private boolean hasToken(HttpServletRequest request) {
        String token = settings.metricsToken();
        String given = request.getHeader(HttpHeaders.AUTHORIZATION);
        return token != null
                && given != null
                && MessageDigest.isEqual(
                        ("Bearer " + token).getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** The token is no person's: who resolves the actor of a request would refuse it. */
    private static final class Operator extends HttpServletRequestWrapper {
        Operator(HttpServletRequest request) {
            super(request);
        }

        /** Whoever is somebody sees the details. */
        @Override
        public Principal getUserPrincipal() {
            return () -> "operator";
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(HttpHeaders.AUTHORIZATION) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase(HttpHeaders.AUTHORIZATION)
                    ? Collections.emptyEnumeration()
                    : super.getHeaders(name);
        }
    }
}
