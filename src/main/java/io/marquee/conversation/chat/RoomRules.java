package io.marquee.conversation.chat;

import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import java.time.Duration;
import java.time.Instant;

/**
 * When an event's room is open, and how fast one may write there.
 *
 * @param active whether there is one
 * @param opensHours before the start
 * @param closesHours after the end
 * @param slowSeconds between two messages of one guest; 0 for no such wait
 */
public record RoomRules(boolean active, int opensHours, int closesHours, int slowSeconds) {
    public static final int MOST_HOURS = 720;
    public static final int MOST_SECONDS = 3_600;
    /** What a team begins with. */
    public static final RoomRules NONE = new RoomRules(false, 48, 24, 0);

    RoomRules checked() {
        InvalidInput.gather()
                .check(opensHours >= 0 && opensHours <= MOST_HOURS, "opensHours", "out_of_range", 0, MOST_HOURS)
                .check(closesHours >= 0 && closesHours <= MOST_HOURS, "closesHours", "out_of_range", 0, MOST_HOURS)
                .check(slowSeconds >= 0 && slowSeconds <= MOST_SECONDS, "slowSeconds", "out_of_range", 0, MOST_SECONDS)
                .orThrow();
        return this;
    }

    public Instant opens(EventView event) {
        return event.startsAt().minus(Duration.ofHours(opensHours));
    }

    public Instant closes(EventView event) {
        return event.endsAt().plus(Duration.ofHours(closesHours));
    }

    public RoomPhase phase(EventView event, Instant now) {
        if (!active || event.state() == EventState.DRAFT) return RoomPhase.OFF;
        else if (now.isBefore(opens(event))) return RoomPhase.EARLY;
        else return now.isBefore(closes(event)) ? RoomPhase.OPEN : RoomPhase.OVER;
    }
}
