package io.marquee.payment;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.marquee.payment.provider.ProviderUnreachable;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way to one provider. A call has an end, however the provider hangs; one that failed quickly is made again after a
 * moment that differs for everybody, all tries within the same end; and where most calls come to nothing none is made for
 * a while. Every question carries a key, so that asking again is safe.
 */
final class ProviderLine {
    /** A call with all its tries: about as long as a buyer waits before they do something rash. */
    static final Duration AT_MOST = Duration.ofSeconds(12);

    private static final int TRIES = 3;
    private static final IntervalFunction BETWEEN_TRIES = IntervalFunction.ofExponentialRandomBackoff(200, 2.0, 0.5);
    private static final CircuitBreakerConfig CONFIG = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(60)
            .waitDurationInOpenState(Duration.ofSeconds(15))
            .permittedNumberOfCallsInHalfOpenState(3)
            .maxWaitDurationInHalfOpenState(Duration.ofSeconds(30))
            .automaticTransitionFromOpenToHalfOpenEnabled(true)
            // any other exception is an answer, even if none that we like
            .recordExceptions(ProviderUnreachable.class)
            .build();

    private final String provider;
    private final CircuitBreaker breaker;
    private final Duration atMost;
    /** Only what failed sooner than this is tried again at once: nobody knocks twice at a door that is stuck. */
    private final Duration quick;

    ProviderLine(String provider) {
        this(provider, AT_MOST);
    }

    ProviderLine(String provider, Duration atMost) {
        this.provider = provider;
        this.breaker = CircuitBreaker.of(provider, CONFIG);
        this.atMost = atMost;
        this.quick = atMost.dividedBy(4);
    }

    String provider() {
        return provider;
    }

    CircuitBreaker breaker() {
        return breaker;
    }

    /** Whether no call is made now, since most came to nothing. */
    boolean isClosed() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    /** @throws ProviderUnreachable when no answer came in time, or the line is closed */
    <T extends @Nullable Object> T call(Supplier<T> question) {
        long began = System.nanoTime();
        for (int again = 1; ; again++) {
            try {
                return once(question, atMost.minusNanos(System.nanoTime() - began));
            } catch (ProviderUnreachable nothing) {
                long wait = BETWEEN_TRIES.apply(again);
                boolean stuck = System.nanoTime() - began > quick.toNanos();
                if (again == TRIES || stuck || isClosed()) throw nothing;
                pause(wait, nothing);
            }
        }
    }

    private <T extends @Nullable Object> T once(Supplier<T> question, Duration left) {
        if (!breaker.tryAcquirePermission()) {
            throw new ProviderUnreachable(provider + " did not answer lately: it is asked again in a while", null);
        }
        long began = System.nanoTime();
        try {
            T answer = within(left, question);
            breaker.onSuccess(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            return answer;
        } catch (RuntimeException | Error e) {
            breaker.onError(System.nanoTime() - began, TimeUnit.NANOSECONDS, e);
            throw e;
        }
    }

    /** On a thread of its own: so it can be left behind where it hangs. */
    private <T extends @Nullable Object> T within(Duration left, Supplier<T> question) {
        FutureTask<T> call = Patience.begin("provider-" + provider, question);
        try {
            return call.get(left.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException hangs) {
            call.cancel(true);
            throw new ProviderUnreachable("no answer within " + atMost.toSeconds() + " s", hangs);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException unchecked) throw unchecked;
            if (failed.getCause() instanceof Error error) throw error;
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException | CancellationException stopped) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new ProviderUnreachable("stopped while waiting for an answer", stopped);
        }
    }

    private static void pause(long millis, ProviderUnreachable nothing) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw nothing;
        }
    }
}
