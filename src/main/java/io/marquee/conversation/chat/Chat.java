package io.marquee.conversation.chat;

import io.marquee.kernel.Forbidden;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do in an event's room. Whoever has an {@link Entrance} may be there. */
@Component
public class Chat {
    public static final int LONGEST = 1_000;
    private static final int LONGEST_REASON = 500;
    /** Nobody types more than this many messages within {@link #BURST}. */
    private static final int MOST_AT_ONCE = 5;

    private static final Duration BURST = Duration.ofSeconds(15);

    private final RoomRows rooms;
    private final MessageRows messages;
    private final Mentions mentions;
    private final Acting acting;
    private final Clock clock;

    Chat(RoomRows rooms, MessageRows messages, Mentions mentions, Acting acting, Clock clock) {
        this.rooms = rooms;
        this.messages = messages;
        this.mentions = mentions;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * @throws InvalidInput at {@code body}
     * @throws ChatRefused
     */
    @Transactional
    public MessageView post(Entrance entrance, String typed) {
        String body = typed.replace("\r\n", "\n").strip();
        InvalidInput.gather()
                .check(!body.isEmpty(), "body", "required")
                .check(body.length() <= LONGEST, "body", "too_long", LONGEST)
                .check(body.indexOf('\0') < 0, "body", "format")
                .orThrow();
        return acting.asSystem(entrance.event().organization(), () -> {
            RoomRules rules = rooms.rules(entrance.event().id());
            requireOpen(entrance, rules);
            Member me = rooms.join(entrance);
            if (me.muted()) throw new ChatRefused.Muted();
            if (!entrance.team()) requirePatience(me, rules);
            long change = rooms.change(entrance.event().id());
            UUID id = messages.insert(entrance, me, body, change);
            mentions.tell(entrance.event(), id, me, body);
            return found(entrance, id);
        });
    }

    /** The team may write whenever there is a room. */
    private void requireOpen(Entrance entrance, RoomRules rules) {
        boolean open = switch (rules.phase(entrance.event(), clock.instant())) {
            case OFF -> false;
            case OPEN -> true;
            case EARLY, OVER -> entrance.team();
        };
        if (!open) throw new ChatRefused.Closed();
    }

    private void requirePatience(Member me, RoomRules rules) {
        Instant now = clock.instant();
        List<Instant> last = messages.lastOf(me.id(), MOST_AT_ONCE);
        if (last.isEmpty()) return;
        Instant next = last.getFirst().plusSeconds(rules.slowSeconds());
        if (last.size() == MOST_AT_ONCE) {
            Instant rested = last.getLast().plus(BURST);
            if (rested.isAfter(next)) next = rested;
        }
        if (now.isBefore(next))
            throw new ChatRefused.TooFast(
                    Math.max(1, Duration.between(now, next).toSeconds() + 1));
    }

    /** One's own, or any for who moderates. */
    @Transactional
    public void remove(Entrance entrance, UUID message) {
        acting.asSystem(entrance.event().organization(), () -> {
            MessageView found = found(entrance, message);
            if (!entrance.moderates() && !isOwn(entrance, found)) throw new Forbidden("chat_message");
            if (messages.delete(message, rooms.change(entrance.event().id())))
                messages.settle(entrance.event().id(), message);
        });
    }

    /** Has the team look at it. @throws InvalidInput at {@code reason} */
    @Transactional
    public void report(Entrance entrance, UUID message, String typed) {
        String reason = typed.strip();
        InvalidInput.gather()
                .check(reason.length() <= LONGEST_REASON, "reason", "too_long", LONGEST_REASON)
                .check(reason.indexOf('\0') < 0, "reason", "format")
                .orThrow();
        acting.asSystem(entrance.event().organization(), () -> {
            found(entrance, message);
            messages.report(entrance, message, rooms.join(entrance).id(), reason);
        });
    }

    private boolean isOwn(Entrance entrance, MessageView message) {
        return Objects.equals(rooms.join(entrance).id(), message.by().id());
    }

    private MessageView found(Entrance entrance, UUID message) {
        MessageView found = messages.find(entrance.event().id(), message);
        if (found == null) throw new NotFound("chat_message");
        return found;
    }
}
