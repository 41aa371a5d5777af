package io.marquee.event;

import io.marquee.audit.History;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves a published event to another day, and lets those who come know. */
@Component
public class Postponing {
    private static final int LONGEST_REASON = 1_000;

    private final Access access;
    private final EventTable table;
    private final EventEdit edit;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Postponing(
            Access access,
            EventTable table,
            EventEdit edit,
            History history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.table = table;
        this.edit = edit;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    /** @param startsAt local, in the event's zone, and so is the end */
    public record NewDate(LocalDateTime startsAt, LocalDateTime endsAt) {}

    /** As below, without an offer of money. */
    @Transactional
    public EventView postpone(EventId id, @Nullable NewDate date, String reason) {
        return postpone(id, date, reason, null);
    }

    /**
     * Again, where a day follows or the day is another one. On the day that was said at first, it is postponed no more. Said twice
     * in the same words, it is told once.
     *
     * @param date null where it is not known yet: the event does not start by itself then, and nothing of it is sold
     * @param reason for the people who bought: at most 1000 characters
     * @param refundsUntil the last day on which those who bought take their money back by themselves, in the event's zone; null to
     *     offer none. An offer that was made before stays
     * @throws EventRefused unless the event is published
     * @throws InvalidInput at {@code startsAt}, {@code endsAt}, {@code reason} or {@code refundsUntil}
     */
    @Transactional
    public EventView postpone(EventId id, @Nullable NewDate date, String reason, @Nullable LocalDate refundsUntil) {
        EventView event = locked(id);
        String words = checked(event, date, reason, refundsUntil);
        if (isSaid(event, date, words, refundsUntil)) return event;
        LocalDateTime from = event.postponement() == null
                ? event.details().startsAt()
                : event.postponement().from();
        if (date != null) edit.apply(event, moved(event, date));
        boolean back = date != null && date.startsAt().equals(from);
        table.postpone(id, back ? null : new Postponement(from, date != null, words), clock.instant());
        if (refundsUntil != null) table.offerRefunds(id, refundsUntil, clock.instant());
        history.record(EventMoves.subject(id, event.organization()), event.state(), event.state(), words);
        events.publishEvent(
                new EventEvent.EventPostponed(id, event.organization(), date != null, words, clock.instant()));
        return found(table.find(id));
    }

    private static boolean isSaid(
            EventView event, @Nullable NewDate date, String words, @Nullable LocalDate refundsUntil) {
        Postponement said = event.postponement();
        RefundOffer offer = event.refundOffer();
        EventDetails now = event.details();
        return said != null
                && said.reason().equals(words)
                && said.dateKnown() == (date != null)
                && (date == null || date.equals(new NewDate(now.startsAt(), now.endsAt())))
                && (refundsUntil == null || offer != null && offer.until().equals(refundsUntil));
    }

    private EventView locked(EventId id) {
        EventView seen = found(table.find(id));
        access.require(Permission.CANCEL_EVENT, seen.organization(), id);
        EventView event = found(table.lockForEdit(id));
        if (event.state() != EventState.PUBLISHED) throw new EventRefused.NotEditable(event.state());
        return event;
    }

    private String checked(EventView event, @Nullable NewDate date, String reason, @Nullable LocalDate refundsUntil) {
        LocalDate today = LocalDate.now(clock.withZone(event.details().timeZone()));
        String words = EventRules.text(reason);
        boolean later = date == null
                || date.startsAt()
                        .atZone(event.details().timeZone())
                        .toInstant()
                        .isAfter(clock.instant());
        InvalidInput.gather()
                .check(later, "startsAt", "already_over")
                .check(refundsUntil == null || !refundsUntil.isBefore(today), "refundsUntil", "already_over")
                .check(
                        refundsUntil == null
                                || date == null
                                || !refundsUntil.isAfter(date.startsAt().toLocalDate()),
                        "refundsUntil",
                        "after_start")
                .check(!words.isEmpty(), "reason", "required")
                .check(words.length() <= LONGEST_REASON, "reason", "too_long", LONGEST_REASON)
                .orThrow();
        return words;
    }

    /** Registration closes as long before the new start as before the old one. */
    private static EventDetails moved(EventView event, NewDate date) {
        EventDetails details = event.details();
        Instant closes = details.registrationClosesAt();
        Instant starts = date.startsAt().atZone(details.timeZone()).toInstant();
        return details.but()
                .startsAt(date.startsAt())
                .endsAt(date.endsAt())
                .registrationClosesAt(closes == null ? null : closes.plus(Duration.between(event.startsAt(), starts)))
                .build();
    }

    private static EventView found(@Nullable EventView event) {
        if (event == null) throw new NotFound("event");
        return event;
    }
}
