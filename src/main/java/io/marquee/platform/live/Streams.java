package io.marquee.platform.live;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * Browsers that hear of something, by what they hear of. A stream costs a connection and nothing else: nobody asks the database for
 * whom nothing happens. It ends after some minutes, and the next one is asked who it is again.
 *
 * @param <K> what is heard of
 */
public abstract class Streams<K> implements SmartLifecycle {
    private static final Duration STREAM = Duration.ofMinutes(10);
    private static final int SECONDS_BETWEEN_SIGNS_OF_LIFE = 20;
    private static final int AT_ONCE = 500;
    private static final int REST_MILLIS = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

    private final Map<K, Set<Stream>> open = new ConcurrentHashMap<>();
    private final Set<K> changed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();
    private final String name;
    private volatile @Nullable ScheduledExecutorService clockwork;

    /** @param name of its thread */
    protected Streams(String name) {
        this.name = name;
    }

    /** What they are told at once and when something changes. */
    protected abstract SseEventBuilder event(K key);

    /** The same of several things: for those who can ask for all of them together. */
    protected Map<K, SseEventBuilder> events(List<K> keys) {
        return keys.stream().collect(Collectors.toMap(Function.identity(), this::event));
    }

    /** A stream for whoever may hear of it: the caller has asked. */
    protected SseEmitter join(K key) {
        SseEmitter emitter = new SseEmitter(STREAM.toMillis());
        Stream stream = new Stream(key, emitter);
        open.compute(key, (same, known) -> {
            Set<Stream> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            all.add(stream);
            return all;
        });
        emitter.onCompletion(() -> leave(stream));
        emitter.onTimeout(emitter::complete);
        emitter.onError(broken -> leave(stream));
        try {
            stream.send(event(key).build());
        } catch (RuntimeException unknown) {
            leave(stream);
            throw unknown;
        }
        if (clockwork == null) emitter.complete();
        return emitter;
    }

    /**
     * Soon, by another thread. What there is to tell is asked once, however many hear it and however often it changed meanwhile;
     * nobody who listens badly keeps the others, or the caller.
     */
    public void tell(K key) {
        if (!open.containsKey(key)) return;
        changed.add(key);
        if (asked.getAndIncrement() == 0) Thread.ofVirtual().name(name, 0).start(this::tellWhatChanged);
    }

    public void tellAll() {
        open.keySet().forEach(this::tell);
    }

    private void tellWhatChanged() {
        int seen;
        do {
            seen = asked.get();
            List<K> some = changed.stream().limit(AT_ONCE).toList();
            while (!some.isEmpty() && clockwork != null) {
                tell(some);
                some = changed.stream().limit(AT_ONCE).toList();
            }
        } while (asked.addAndGet(-seen) != 0);
    }

    private void tell(List<K> keys) {
        // before they are asked about: what changes from here on is asked about once more
        keys.forEach(changed::remove);
        try {
            events(keys).forEach((key, event) -> {
                Set<DataWithMediaType> news = event.build();
                open.getOrDefault(key, Set.of()).forEach(stream -> stream.tell(news));
            });
        } catch (RuntimeException e) {
            LOG.warn("could not ask what is new: {}", e.toString());
            changed.addAll(keys);
            rest();
        }
    }

    private static void rest() {
        try {
            Thread.sleep(REST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void signOfLife() {
        Set<DataWithMediaType> sign = SseEmitter.event().comment("still here").build();
        open.values().forEach(streams -> streams.forEach(stream -> stream.remind(sign)));
    }

    private void leave(Stream stream) {
        open.computeIfPresent(stream.key, (same, all) -> {
            all.remove(stream);
            return all.isEmpty() ? null : all;
        });
    }

    /** One browser. Of what is told while it is slow, it hears the last. */
    private final class Stream {
        private final K key;
        private final SseEmitter emitter;
        private final AtomicReference<@Nullable Set<DataWithMediaType>> next = new AtomicReference<>();

        Stream(K key, SseEmitter emitter) {
            this.key = key;
            this.emitter = emitter;
        }

        void tell(Set<DataWithMediaType> data) {
            if (next.getAndSet(data) == null) Thread.ofVirtual().name(name, 0).start(this::catchUp);
        }

        /** Where there is nothing else to tell. */
        void remind(Set<DataWithMediaType> sign) {
            if (next.compareAndSet(null, sign)) Thread.ofVirtual().name(name, 0).start(this::catchUp);
        }

        /** What comes while it sends is sent by it, too, since the place of the next is taken until then. */
        private void catchUp() {
            for (Set<DataWithMediaType> data = next.get(); data != null; data = more(data)) send(data);
        }

        private @Nullable Set<DataWithMediaType> more(Set<DataWithMediaType> sent) {
            return next.compareAndSet(sent, null) ? null : next.get();
        }

        void send(Set<DataWithMediaType> data) {
            try {
                emitter.send(data);
            } catch (IOException | IllegalStateException gone) {
                leave(this);
            }
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name(name, 0).factory());
        beat.scheduleWithFixedDelay(
                this::signOfLife, SECONDS_BETWEEN_SIGNS_OF_LIFE, SECONDS_BETWEEN_SIGNS_OF_LIFE, TimeUnit.SECONDS);
        clockwork = beat;
    }

    /** Before the web server waits for its open requests, of which every stream is one. */
    @Override
    public void stop() {
        ScheduledExecutorService beat = clockwork;
        clockwork = null;
        if (beat != null) beat.shutdownNow();
        open.values().forEach(streams -> List.copyOf(streams).forEach(stream -> stream.emitter.complete()));
    }

    @Override
    public boolean isRunning() {
        return clockwork != null;
    }
}
