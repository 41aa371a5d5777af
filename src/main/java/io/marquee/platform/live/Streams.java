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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
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

    private final Map<K, Set<SseEmitter>> open = new ConcurrentHashMap<>();
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
        SseEmitter stream = new SseEmitter(STREAM.toMillis());
        open.compute(key, (same, known) -> {
            Set<SseEmitter> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            all.add(stream);
            return all;
        });
        stream.onCompletion(() -> leave(key, stream));
        stream.onTimeout(stream::complete);
        stream.onError(broken -> leave(key, stream));
        send(key, stream, event(key));
        if (clockwork == null) stream.complete();
        return stream;
    }

    public void tell(K key) {
        each(key, this::event);
    }

    public void tellAll() {
        List.copyOf(open.keySet()).forEach(this::tell);
    }

    private void signOfLife() {
        List.copyOf(open.keySet())
                .forEach(key -> each(key, same -> SseEmitter.event().comment("still here")));
    }

    private void each(K key, Function<K, SseEventBuilder> event) {
        Set<SseEmitter> streams = open.get(key);
        if (streams != null) List.copyOf(streams).forEach(stream -> send(key, stream, event.apply(key)));
    }

    private void send(K key, SseEmitter stream, SseEventBuilder event) {
        try {
            stream.send(event);
        } catch (IOException | IllegalStateException gone) {
            leave(key, stream);
        }
    }

    private void leave(K key, SseEmitter stream) {
        open.computeIfPresent(key, (same, all) -> {
            all.remove(stream);
            return all.isEmpty() ? null : all;
        });
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
        open.values().forEach(streams -> List.copyOf(streams).forEach(SseEmitter::complete));
    }

    @Override
    public boolean isRunning() {
        return clockwork != null;
    }
}
