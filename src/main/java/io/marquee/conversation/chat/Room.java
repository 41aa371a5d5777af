package io.marquee.conversation.chat;

import io.marquee.event.EventView;
import io.marquee.kernel.Cursors;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Slice;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is read of an event's room. Whoever has an {@link Entrance} may. */
@Component
public class Room {
    private static final int MOST_SINCE = 200;

    private final RoomRows rooms;
    private final MessageRows messages;
    private final Acting acting;
    private final Clock clock;

    Room(RoomRows rooms, MessageRows messages, Acting acting, Clock clock) {
        this.rooms = rooms;
        this.messages = messages;
        this.acting = acting;
        this.clock = clock;
    }

    /** What everybody may know who sees the event. */
    @Transactional(readOnly = true)
    public RoomRules rules(EventView event) {
        return acting.asSystem(event.organization(), () -> rooms.rules(event.id()));
    }

    @Transactional(readOnly = true)
    public RoomPhase phase(EventView event) {
        return rules(event).phase(event, clock.instant());
    }

    /**
     * Newest first.
     *
     * @param changes up to where this is read: {@link #since} goes on from there
     */
    public record Log(Slice<MessageView> messages, long changes) {}

    @Transactional(readOnly = true)
    public Log log(Entrance entrance, @Nullable String cursor, int limit) {
        UUID before = Cursors.id(cursor);
        EventView event = entrance.event();
        return acting.asSystem(event.organization(), () -> {
            // first the count: what comes between the two is read twice then, and nothing never
            long changes = rooms.changes(event.id());
            Slice<MessageView> some = Slice.of(
                    messages.before(event.id(), before, limit + 1),
                    limit,
                    message -> message.id().toString());
            return new Log(some, changes);
        });
    }

    /** What was posted or changed after that, in this order. */
    @Transactional(readOnly = true)
    public List<MessageView> since(Entrance entrance, long changes) {
        EventView event = entrance.event();
        return acting.asSystem(event.organization(), () -> messages.since(event.id(), changes, MOST_SINCE));
    }

    @Transactional(readOnly = true)
    public List<MessageView> pinned(Entrance entrance) {
        EventView event = entrance.event();
        return acting.asSystem(event.organization(), () -> messages.pinned(event.id()));
    }

    long changes(EventId event) {
        return acting.asPlatform(() -> rooms.changes(event));
    }
}
