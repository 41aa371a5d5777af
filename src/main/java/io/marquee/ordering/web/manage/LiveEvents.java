package io.marquee.ordering.web.manage;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.ordering.EventPulse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Watches events for the browsers that look at them: one look a second at each watched event, however many watch it, and
 * none at events that nobody watches. Sales and the door know nothing of it. A stream ends after some minutes; the
 * browser's next one asks for permission again.
 */
@Component
class LiveEvents implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);
    private static final Duration STREAM = Duration.ofMinutes(5);
    private static final int SECONDS_BETWEEN_SIGNS_OF_LIFE = 15;

    private final EventPulse pulse;
    private final Map<EventId, Watch> watched = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService clockwork;

    LiveEvents(EventPulse pulse) {
        this.pulse = pulse;
    }

    /** An event that somebody watches, and how it stood at the last look. */
    private static final class Watch {
        final EventView event;
        final Set<SseEmitter> streams = ConcurrentHashMap.newKeySet();
        volatile EventPulse.@Nullable Beat last;
        volatile int silent;

        Watch(EventView event) {
            this.event = event;
        }
    }

    /** A stream of what changes, for a viewer who may see the event. */
    SseEmitter watch(EventView event) {
        SseEmitter stream = new SseEmitter(STREAM.toMillis());
        Watch watch = watched.compute(event.id(), (id, known) -> {
            Watch one = known == null ? new Watch(event) : known;
            one.streams.add(stream);
            return one;
        });
        stream.onCompletion(() -> leave(watch, stream));
        stream.onTimeout(stream::complete);
        stream.onError(broken -> leave(watch, stream));
        greet(watch, stream);
        if (clockwork == null) stream.complete();
        return stream;
    }

    /** The first byte lets the browser know that the stream is open. */
    private void greet(Watch watch, SseEmitter stream) {
        try {
            stream.send(SseEmitter.event().comment("watching"));
        } catch (IOException gone) {
            leave(watch, stream);
        }
    }

    private void leave(Watch watch, SseEmitter stream) {
        watched.computeIfPresent(watch.event.id(), (id, one) -> {
            one.streams.remove(stream);
            return one.streams.isEmpty() ? null : one;
        });
    }

    private void look() {
        for (Watch watch : watched.values()) {
            try {
                look(watch);
            } catch (RuntimeException e) {
                LOG.warn("could not look at event {}: {}", watch.event.id(), e.toString());
            }
        }
    }

    private void look(Watch watch) {
        EventPulse.Beat now = pulse.of(watch.event);
        EventPulse.Beat last = watch.last;
        watch.last = now;
        if (last == null || last.equals(now)) {
            if (++watch.silent % SECONDS_BETWEEN_SIGNS_OF_LIFE == 0) {
                send(watch, SseEmitter.event().comment("still here"));
            }
        } else {
            send(watch, SseEmitter.event().name("figures").data("changed"));
            if (!last.takings().equals(now.takings()) || !java.util.Objects.equals(last.latest(), now.latest())) {
                send(watch, SseEmitter.event().name("orders").data("changed"));
            }
        }
    }

    private void send(Watch watch, SseEmitter.SseEventBuilder event) {
        Set<org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType> parts =
                event.build();
        for (SseEmitter stream : List.copyOf(watch.streams)) {
            try {
                stream.send(parts);
            } catch (IOException | IllegalStateException gone) {
                leave(watch, stream);
            }
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("live-events-", 0).factory());
        beat.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
        clockwork = beat;
    }

    /** Before the web server waits for its open requests, of which every stream is one. */
    @Override
    public void stop() {
        ScheduledExecutorService beat = clockwork;
        clockwork = null;
        if (beat != null) beat.shutdownNow();
        watched.values().forEach(watch -> List.copyOf(watch.streams).forEach(SseEmitter::complete));
    }

    @Override
    public boolean isRunning() {
        return clockwork != null;
    }
}
