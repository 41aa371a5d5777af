package io.marquee.programme;

import io.marquee.event.EventReads;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.Capabilities;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who reads an event's programme: whoever sees the event, and those who come to it, though its page be for members or private. */
@Component
public class Viewers {
    private final EventReads events;
    private final List<Attendance> attendance;
    private final Capabilities capabilities;
    private final Acting acting;

    Viewers(EventReads events, List<Attendance> attendance, Capabilities capabilities, Acting acting) {
        this.events = events;
        this.attendance = attendance;
        this.capabilities = capabilities;
        this.acting = acting;
    }

    /**
     * @param token of a guest's, an order's or a ticket's link; null where who acts says enough
     * @throws NotFound for everybody else
     */
    public EventView event(String idOrSlug, @Nullable String token) {
        try {
            return events.visible(idOrSlug);
        } catch (NotFound notForEverybody) {
            EventView event = acting.asPlatform(() -> events.visible(idOrSlug));
            boolean out = event.publishedAt() != null && event.state() != EventState.DRAFT;
            if (out && comes(event, token == null ? Acting.current() : capabilities.open(token))) return event;
            throw notForEverybody;
        }
    }

    /** @throws NotFound for a link that is not ours, or was renewed */
    Actor.Capability open(String token) {
        Actor.Capability link = capabilities.open(token);
        if (attendance.stream().anyMatch(known -> known.hasEnded(link))) throw new NotFound("agenda");
        return link;
    }

    private boolean comes(EventView event, Actor actor) {
        return attendance.stream().anyMatch(known -> switch (actor) {
            case Actor.Capability link -> known.leadsTo(event.id(), link);
            case Actor.Person person -> known.mine().contains(event.id());
            case Actor.Device d -> false;
            case Actor.System s -> false;
            case Actor.Anonymous a -> false;
            case Actor.Nobody n -> false;
        });
    }
}
