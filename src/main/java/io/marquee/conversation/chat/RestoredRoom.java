package io.marquee.conversation.chat;

import io.marquee.audit.EarlierValues;
import io.marquee.audit.Restorable;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the rules of an event's room back to how they were. */
@Component
class RestoredRoom implements Restorable {
    private final Moderation moderation;
    private final Room room;
    private final EventReads events;

    RestoredRoom(Moderation moderation, Room room, EventReads events) {
        this.moderation = moderation;
        this.room = room;
        this.events = events;
    }

    @Override
    public Set<String> subjects() {
        return Set.of("chat");
    }

    @Override
    public Set<String> fields() {
        return Set.of("active", "opens_hours", "closes_hours", "slow_seconds");
    }

    @Override
    @Transactional
    public void restore(UUID id, Map<String, @Nullable String> values) {
        EventView event = events.where(Permission.EDIT_EVENT, id.toString());
        RoomRules now = room.rules(event);
        EarlierValues then = new EarlierValues(values);
        moderation.set(
                event,
                new RoomRules(
                        then.value("active", now.active(), Boolean::valueOf),
                        then.value("opens_hours", now.opensHours(), Integer::valueOf),
                        then.value("closes_hours", now.closesHours(), Integer::valueOf),
                        then.value("slow_seconds", now.slowSeconds(), Integer::valueOf)));
    }
}
