package io.marquee.platform.api;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.marquee.kernel.Refusal;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * So many requests a minute for each client of the API: a person, the bearer of a hold's token, else an address. Counted on
 * each node by itself.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class RateLimit extends OncePerRequestFilter {
    private static final int MOST_CLIENTS = 100_000;

    private final int perMinute;
    private final HandlerExceptionResolver errors;
    private final LoadingCache<String, Bucket> buckets;

    RateLimit(Settings settings, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        this.perMinute = settings.api().requestsPerMinute();
        this.errors = errors;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(Duration.ofMinutes(2))
                .build(client -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                        .build());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return perMinute == 0 || !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ConsumptionProbe probe = buckets.get(client(request)).tryConsumeAndReturnRemaining(1);
        response.setHeader("RateLimit-Limit", String.valueOf(perMinute));
        response.setHeader("RateLimit-Remaining", String.valueOf(probe.getRemainingTokens()));
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
            errors.resolveException(request, response, null, new TooManyRequests());
        }
    }

    private static String client(HttpServletRequest request) {
        Actor actor = Acting.current();
        return actor.id() == null ? request.getRemoteAddr() : actor.id().toString();
    }

    private static final class TooManyRequests extends Refusal {
        TooManyRequests() {
            super(Kind.TOO_MANY, "too_many_requests");
        }
    }
}
