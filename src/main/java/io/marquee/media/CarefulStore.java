package io.marquee.media;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A store whose failures are {@link MediaRefused.StoreDown}. Where most calls came to nothing none is made for a while, so that a page
 * full of pictures costs nobody ten seconds each. No call is made inside a transaction, also to a folder: tests would not notice.
 */
final class CarefulStore implements ObjectStore {
    private static final Logger LOG = LoggerFactory.getLogger(CarefulStore.class);
    private static final CircuitBreakerConfig CONFIG = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(5)
            .failureRateThreshold(60)
            .waitDurationInOpenState(Duration.ofSeconds(10))
            .permittedNumberOfCallsInHalfOpenState(2)
            .build();

    private final ObjectStore store;
    private final CircuitBreaker breaker = CircuitBreaker.of("files", CONFIG);

    CarefulStore(ObjectStore store) {
        this.store = store;
    }

    @Override
    public void put(String key, String type, byte[] content) {
        call(() -> {
            store.put(key, type, content);
            return true;
        });
    }

    @Override
    public @Nullable StoredFile open(String key) {
        return call(() -> store.open(key));
    }

    @Override
    public void remove(String key) {
        call(() -> {
            store.remove(key);
            return true;
        });
    }

    @Override
    public Stream<Entry> list(String prefix) {
        Stream<Entry> entries = call(() -> store.list(prefix));
        Iterator<Entry> pages = entries.iterator();
        // further pages are asked for as they are read
        Iterator<Entry> careful = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return answered(pages::hasNext);
            }

            @Override
            public Entry next() {
                return answered(pages::next);
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(careful, Spliterator.NONNULL), false)
                .onClose(entries::close);
    }

    private <T extends @Nullable Object> T call(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("files may not be reached for inside a transaction");
        }
        return answered(() -> breaker.executeSupplier(work));
    }

    private <T extends @Nullable Object> T answered(Supplier<T> work) {
        try {
            return work.get();
        } catch (CallNotPermittedException paused) {
            throw new MediaRefused.StoreDown();
        } catch (RuntimeException e) {
            LOG.warn("{} does not answer: {}", store, e.toString());
            throw new MediaRefused.StoreDown();
        }
    }

    @Override
    public String toString() {
        return store.toString();
    }
}
