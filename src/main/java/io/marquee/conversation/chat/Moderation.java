package io.marquee.conversation.chat;

import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an event's team does about its room. */
@Component
public class Moderation {
    private final RoomRows rooms;
    private final MessageRows messages;
    private final Access access;
    private final Acting acting;

    Moderation(RoomRows rooms, MessageRows messages, Access access, Acting acting) {
        this.rooms = rooms;
        this.messages = messages;
        this.access = access;
        this.acting = acting;
    }

    /** @throws io.marquee.kernel.InvalidInput at {@code opensHours}, {@code closesHours} or {@code slowSeconds} */
    @Transactional
    public RoomRules set(EventView event, RoomRules rules) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        rules.checked();
        acting.asSystem(event.organization(), () -> rooms.set(event, rules));
        return rules;
    }

    /** Keeps a message in view above the others, or no longer. @throws NotFound */
    @Transactional
    public void pin(EventView event, UUID message, boolean pinned) {
        require(event);
        acting.asSystem(event.organization(), () -> {
            MessageView found = messages.find(event.id(), message);
            if (found == null || found.deleted()) throw new NotFound("chat_message");
            messages.pin(message, pinned, rooms.change(event.id()));
        });
    }

    /** Lets a guest read and not write, or write again. @throws NotFound also for the team's own */
    @Transactional
    public void mute(EventView event, UUID member, boolean muted) {
        require(event);
        acting.asSystem(event.organization(), () -> {
            if (!rooms.mute(event.id(), member, muted)) throw new NotFound("chat_member");
        });
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<ReportView> reports(EventView event) {
        require(event);
        return acting.asSystem(event.organization(), () -> messages.reports(event.id()));
    }

    /** A message stays, whoever reported it. */
    @Transactional
    public void settle(EventView event, UUID message) {
        require(event);
        acting.asSystem(event.organization(), () -> messages.settle(event.id(), message));
    }

    /** For whoever takes it along, newest first. @param before null for the first ones */
    @Transactional(readOnly = true)
    public List<MessageView> export(EventView event, @Nullable UUID before, int limit) {
        require(event);
        return acting.asSystem(event.organization(), () -> messages.before(event.id(), before, limit));
    }

    private void require(EventView event) {
        access.require(Permission.MANAGE_GUESTS, event.organization(), event.id());
    }
}
