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
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
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

    private final Map<K, Set<Stream>> open = new ConcurrentHashMap<>();
    private final String name;
    private @Nullable ScheduledExecutorService clockwork;

    /** @param name of its thread */
    protected Streams(String name) {
        this.name = name;
    }

    /** What they are told at once and when something changes. */
    protected abstract SseEventBuilder event(K key);

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

    /** What there is to tell is asked once, however many hear it; and nobody who listens badly keeps the others, or the caller. */
    public void tell(K key) {
        Set<Stream> streams = open.get(key);
        if (streams == null) return;
        Set<DataWithMediaType> news = event(key).build();
        streams.forEach(stream -> stream.tell(news));
    }

    public void tellAll() {
        List.copyOf(open.keySet()).forEach(this::tell);
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
