package io.marquee.conversation.chat;

import io.marquee.kernel.EventId;
import io.marquee.platform.live.Hearer;
import io.marquee.platform.live.Streams;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** The browsers that look into a room, each told the room's count when it changes on any node: they ask for what is new. */
@Component
public class RoomStreams extends Streams<EventId> implements Hearer {
    private final Room room;
    private final TransactionTemplate transaction;

    RoomStreams(Room room, TransactionTemplate transaction) {
        super("chat-streams-");
        this.room = room;
        this.transaction = transaction;
    }

    public SseEmitter of(Entrance entrance) {
        return join(entrance.event().id());
    }

    @Override
    protected SseEventBuilder event(EventId event) {
        long changes = transaction.execute(status -> room.changes(event));
        return SseEmitter.event().name("chat").data(String.valueOf(changes));
    }

    @Override
    public String channel() {
        return RoomRows.CHANNEL;
    }

    @Override
    public void heard(String payload) {
        tell(EventId.valueOf(payload));
    }

    @Override
    public void lost() {
        tellAll();
    }
}
