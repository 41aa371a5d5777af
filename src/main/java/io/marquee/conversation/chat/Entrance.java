package io.marquee.conversation.chat;

import io.marquee.event.EventView;
import io.marquee.kernel.PersonId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody may enter an event's room, and as whom.
 *
 * @param person whose account it is; null for guests who came by their link
 * @param guest the guest, or what the link to their order or ticket opens; null for the team
 * @param moderates whether they may delete, mute and pin
 */
public record Entrance(
        EventView event,
        @Nullable PersonId person,
        @Nullable UUID guest,
        String name,
        boolean moderates) {
    public boolean team() {
        return guest == null;
    }
}
