package io.marquee.event;

import io.marquee.event.EventEvent.EventCopied;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Another event like one that there is, at another time: details, tickets and prices, questions, pictures and seats. Its team (but
 * in a series), its sales, its waiting room and its promo codes stay behind: codes were given to people for that event.
 */
@Component
public class EventCopies {
    private final EventReads reads;
    private final NewEvents newEvents;
    private final Standings standings;
    private final Access access;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    EventCopies(
            EventReads reads,
            NewEvents newEvents,
            Standings standings,
            Access access,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.reads = reads;
        this.newEvents = newEvents;
        this.standings = standings;
        this.access = access;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * A draft for the same organization, as long as the other; what has a time in it moves by as much.
     *
     * @param startsAt local, in the event's zone
     * @throws InvalidInput at {@code title} or {@code startsAt}, also when it would be over already
     */
    @Transactional
    public EventView make(EventId from, String title, LocalDateTime startsAt) {
        EventView event = reads.byId(from);
        access.require(Permission.EDIT_EVENT, event.organization(), from);
        access.require(Permission.CREATE_EVENT, event.organization());
        EventView copy = newEvents.add(event.organization(), moved(event, title, startsAt), null);
        publisher.publishEvent(new EventCopied(copy.id(), copy.organization(), from, clock.instant()));
        return copy;
    }

    /** The same event once more, under the same title and in the hands of the same team: one of a series. */
    @Transactional
    public EventView repeat(EventId from, LocalDateTime startsAt) {
        EventView copy = make(from, reads.byId(from).details().title(), startsAt);
        standings.giveLike(from, copy.id(), copy.organization());
        return copy;
    }

    /** The wall clock's distance between start and end stays, also over a change of the clocks. */
    private EventDetails moved(EventView event, String title, LocalDateTime startsAt) {
        EventDetails details = event.details();
        LocalDateTime ends = startsAt.plus(Duration.between(details.startsAt(), details.endsAt()));
        if (ends.atZone(details.timeZone()).toInstant().isBefore(clock.instant())) {
            throw InvalidInput.at("startsAt", "already_over");
        }
        return details.but()
                .title(title)
                .startsAt(startsAt)
                .endsAt(ends)
                .registrationClosesAt(cutOff(event, startsAt))
                .build();
    }

    /** As long before its start, or after it, as the clock of the place counts. */
    private static @Nullable Instant cutOff(EventView event, LocalDateTime startsAt) {
        Instant closes = event.details().registrationClosesAt();
        if (closes == null) return null;
        ZoneId zone = event.details().timeZone();
        Duration after = Duration.between(event.details().startsAt(), LocalDateTime.ofInstant(closes, zone));
        return startsAt.plus(after).atZone(zone).toInstant();
    }
}
