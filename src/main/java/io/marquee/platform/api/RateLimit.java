package io.marquee.platform.api;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.marquee.kernel.Refusal;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.web.security.RefusedEarly;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * So many requests a minute for each client, and fewer writes: a client is a person, the bearer of a hold's token, else an
 * address. It covers the API, and of the pages those that take from the stock or a place in the queue for it. Counted on each node
 * by itself.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class RateLimit extends OncePerRequestFilter {
    private static final int MOST_CLIENTS = 100_000;
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern SCARCE =
            Pattern.compile("/events/[^/]+/(holds|seats|waiting-list/[^/]+|waiting-room/(places|links))");

    private final Limit requests;
    private final Limit writes;

    RateLimit(Settings settings) {
        this.requests = new Limit(settings.api().requestsPerMinute());
        this.writes = new Limit(settings.api().writesPerMinute());
    }

    /** @param perMinute 0 for no limit */
    private record Limit(int perMinute, LoadingCache<String, Bucket> buckets) {
        Limit(int perMinute) {
            this(
                    perMinute,
                    Caffeine.newBuilder()
                            .maximumSize(MOST_CLIENTS)
                            .expireAfterAccess(Duration.ofMinutes(2))
                            .build(client -> Bucket.builder()
                                    .addLimit(limit ->
                                            limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                                    .build()));
        }

        @Nullable
        ConsumptionProbe probe(String client) {
            return perMinute == 0 ? null : buckets.get(client).tryConsumeAndReturnRemaining(1);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isApi(request) && !isScarce(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String client = client(request);
        boolean write = !READS.contains(request.getMethod());
        if (passes(isApi(request) ? requests : null, client, request, response)
                && passes(write ? writes : null, client, request, response)) {
            chain.doFilter(request, response);
        }
    }

    /** Counts; where it was too much the answer is given. The headers tell of the last limit that was looked at. */
    private boolean passes(
            @Nullable Limit limit, String client, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        ConsumptionProbe probe = limit == null ? null : limit.probe(client);
        if (limit == null || probe == null) return true;
        response.setHeader("RateLimit-Limit", String.valueOf(limit.perMinute()));
        response.setHeader("RateLimit-Remaining", String.valueOf(probe.getRemainingTokens()));
        if (probe.isConsumed()) return true;
        long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        RefusedEarly.answer(new TooManyRequests(), request, response);
        return false;
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    private static boolean isScarce(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && SCARCE.matcher(request.getRequestURI()).matches();
    }

    private static String client(HttpServletRequest request) {
        Actor actor = Acting.current();
        return actor.id() == null
                ? network(request.getRemoteAddr())
                : actor.id().toString();
    }

    /** One household has a whole network of IPv6 addresses: its first four groups stand for it. */
    static String network(String address) {
        if (address.indexOf(':') < 0) return address;
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, Long.BYTES));
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }

    private static final class TooManyRequests extends Refusal {
        TooManyRequests() {
            super(Kind.TOO_MANY, "too_many_requests");
        }
    }
}
