package io.marquee.platform.api;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Refusal;
import io.marquee.platform.api.IdempotencyKeys.Answer;
import io.marquee.platform.api.IdempotencyKeys.Key;
import io.marquee.platform.api.IdempotencyKeys.Known;
import io.marquee.platform.config.Sha256;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * {@code Idempotency-Key} on writes of the API: a repeated request gets the first one's answer, with the header {@code
 * Idempotent-Replayed: true}; a different request under the same key is refused.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class IdempotencyFilter extends OncePerRequestFilter {
    private static final String HEADER = "Idempotency-Key";
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

    /** What is sent there is a password, and what is answered a bearer token: neither is stored, not even hashed. */
    private static final Set<String> SECRET =
            Set.of("/api/v1/sessions", "/api/v1/accounts", "/api/v1/me/tokens", "/api/v1/me/erasure");

    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final IdempotencyKeys keys;
    private final HandlerExceptionResolver errors;

    IdempotencyFilter(IdempotencyKeys keys, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        this.keys = keys;
        this.errors = errors;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null
                || !WRITES.contains(request.getMethod())
                || !request.getRequestURI().startsWith("/api/")
                || SECRET.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            BufferedRequest buffered = new BufferedRequest(request);
            Key key = key(buffered);
            switch (keys.claim(key)) {
                case Known.Nothing first -> proceed(key, buffered, response, chain);
                case Known.Answered known -> replay(known.answer(), response);
                case Known.UnderWay running -> throw KeyRefused.underWay();
                case Known.OtherRequest other -> throw KeyRefused.reused();
            }
        } catch (Refusal refusal) {
            errors.resolveException(request, response, null, refusal);
        }
    }

    private void proceed(Key key, BufferedRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper copy = new ContentCachingResponseWrapper(response);
        boolean answered = false;
        try {
            chain.doFilter(request, copy);
            if (copy.getStatus() < 500) {
                keys.answered(
                        key,
                        new Answer(
                                copy.getStatus(),
                                copy.getContentType(),
                                copy.getHeader(HttpHeaders.LOCATION),
                                copy.getContentAsByteArray()));
                answered = true;
            }
        } finally {
            if (!answered) {
                keys.forget(key);
            }
        }
        copy.copyBodyToResponse();
    }

    private static void replay(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Idempotent-Replayed", "true");
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        response.getOutputStream().write(answer.body());
    }

    private static Key key(BufferedRequest request) {
        String key = request.getHeader(HEADER);
        if (!PRINTABLE.matcher(key).matches()) {
            throw InvalidInput.at(HEADER, "idempotency_key");
        }
        Actor actor = Acting.current();
        byte[] who = Sha256.of(actor.kind() + actor.id() + (actor.id() == null ? request.getRemoteAddr() : ""));
        String where = request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString();
        byte[] what = Sha256.of(where.getBytes(StandardCharsets.UTF_8), request.body());
        return new Key(who, key, what);
    }
}
