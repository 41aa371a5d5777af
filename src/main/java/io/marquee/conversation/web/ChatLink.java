package io.marquee.conversation.web;

import io.marquee.conversation.chat.Room;
import io.marquee.conversation.chat.RoomPhase;
import io.marquee.event.Companion;
import io.marquee.event.EventView;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The way into an event's room, while it is open and as long as it can be read. */
@Component
class ChatLink implements Companion {
    private final Room room;

    ChatLink(Room room) {
        this.room = room;
    }

    @Override
    public @Nullable Link link(EventView event, @Nullable String token, Text text) {
        RoomPhase phase = room.phase(event);
        return phase == RoomPhase.OPEN || phase == RoomPhase.OVER
                ? Link.to(token == null ? ChatPages.path(event) : "/chat/" + token, text.get("conversation.chat.open"))
                : null;
    }
}
