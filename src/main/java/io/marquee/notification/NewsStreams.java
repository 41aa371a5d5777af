package io.marquee.notification;

import io.marquee.identity.Access;
import io.marquee.kernel.PersonId;
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
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * The browsers that show a bell, each told the number of unread notices when it changes. A stream costs a connection and nothing
 * else: nobody asks the database for whom nothing happens. It ends after some minutes, and the next one is asked who it is again.
 */
@Component
public class NewsStreams implements SmartLifecycle {
    private static final Duration STREAM = Duration.ofMinutes(10);
    private static final int SECONDS_BETWEEN_SIGNS_OF_LIFE = 20;

    private final NoticeBoard board;
    private final Access access;
    private final Map<PersonId, Set<SseEmitter>> open = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService clockwork;

    NewsStreams(NoticeBoard board, Access access) {
        this.board = board;
        this.access = access;
    }

    /** A stream for whoever acts: the number now, and each time it changes. */
    public SseEmitter mine() {
        PersonId me = access.personId();
        SseEmitter stream = new SseEmitter(STREAM.toMillis());
        open.compute(me, (person, known) -> {
            Set<SseEmitter> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            all.add(stream);
            return all;
        });
        stream.onCompletion(() -> leave(me, stream));
        stream.onTimeout(stream::complete);
        stream.onError(broken -> leave(me, stream));
        send(me, stream, unread(me));
        if (clockwork == null) stream.complete();
        return stream;
    }

    void tell(PersonId person) {
        Set<SseEmitter> streams = open.get(person);
        if (streams != null) List.copyOf(streams).forEach(stream -> send(person, stream, unread(person)));
    }

    void tellAll() {
        List.copyOf(open.keySet()).forEach(this::tell);
    }

    private SseEventBuilder unread(PersonId person) {
        return SseEmitter.event().name("unread").data(String.valueOf(board.unreadOf(person)));
    }

    private void signOfLife() {
        open.forEach((person, streams) -> List.copyOf(streams)
                .forEach(stream -> send(person, stream, SseEmitter.event().comment("still here"))));
    }

    private void send(PersonId person, SseEmitter stream, SseEventBuilder event) {
        try {
            stream.send(event);
        } catch (IOException | IllegalStateException gone) {
            leave(person, stream);
        }
    }

    private void leave(PersonId person, SseEmitter stream) {
        open.computeIfPresent(person, (id, all) -> {
            all.remove(stream);
            return all.isEmpty() ? null : all;
        });
    }

    @Override
    public void start() {
        ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("news-streams-", 0).factory());
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
