package io.marquee.platform.api;

import io.marquee.kernel.Refusal;
import io.marquee.platform.web.security.RefusedEarly;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds a request that came with a token of a person's to that token's scopes: the one place for all of {@code /api/v1}. It
 * stands before the memory of answers, which would else repeat what another token of the same person was told.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 5)
public class ScopeGate extends OncePerRequestFilter {
    private static final String GIVEN = ScopeGate.class.getName();

    /** Says that the request came with a token that has these scopes and no others. */
    public static void limit(HttpServletRequest request, Set<ApiScope> given) {
        request.setAttribute(GIVEN, given);
    }

    @Override
    @SuppressWarnings("unchecked") // nobody else sets it
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Set<ApiScope> given = (Set<ApiScope>) request.getAttribute(GIVEN);
        Refusal refusal = given == null ? null : refusal(request, given);
        if (refusal == null) {
            chain.doFilter(request, response);
        } else {
            RefusedEarly.answer(refusal, request, response);
        }
    }

    /** What was refused already is led to where it is told. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.REQUEST;
    }

    /** By the path as it was decoded: an escaped letter leads to the same route. */
    private static @Nullable Refusal refusal(HttpServletRequest request, Set<ApiScope> given) {
        ApiScope needed = ApiScope.needed(request.getMethod(), request.getServletPath());
        if (needed == null) return new SessionNeeded();
        return needed.isGivenBy(given) ? null : new ScopeMissing(needed);
    }

    private static final class SessionNeeded extends Refusal {
        SessionNeeded() {
            super(Kind.FORBIDDEN, "session_needed");
        }
    }

    private static final class ScopeMissing extends Refusal {
        private final ApiScope scope;

        ScopeMissing(ApiScope scope) {
            super(Kind.FORBIDDEN, "scope_missing", scope.toString());
            this.scope = scope;
        }

        /** {@code scope}: the one that the token would need. */
        @Override
        public Map<String, Object> facts() {
            return Map.of("scope", scope.toString());
        }
    }
}
