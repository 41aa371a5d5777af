package io.marquee.conversation.blast;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.People;
import io.marquee.identity.Permission;
import io.marquee.identity.PersonView;
import io.marquee.kernel.Cursors;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Slice;
import io.marquee.platform.mail.Circulation.Reach;
import io.marquee.platform.mail.Letterbox;
import io.marquee.platform.mail.OptionalLetter;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an event's team writes to many of its guests at once, now or later. */
@Component
public class Blasts {
    private static final int MOST_A_DAY = 20;

    private final BlastRows rows;
    private final BlastLetters letters;
    private final Letterbox letterbox;
    private final SchedulerClient scheduler;
    private final People people;
    private final Access access;
    private final Acting acting;
    private final Clock clock;

    Blasts(
            BlastRows rows,
            BlastLetters letters,
            Letterbox letterbox,
            SchedulerClient scheduler,
            People people,
            Access access,
            Acting acting,
            Clock clock) {
        this.rows = rows;
        this.letters = letters;
        this.letterbox = letterbox;
        this.scheduler = scheduler;
        this.people = people;
        this.access = access;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * Takes a blast; a job of the same transaction sends it at its time.
     *
     * @throws InvalidInput at {@code subject}, {@code body}, {@code segment}, {@code byEmail} or {@code sendAt}
     * @throws BlastRefused
     */
    @Transactional
    public BlastView schedule(EventView event, BlastDraft draft) {
        requireReady(event);
        Instant now = clock.instant();
        draft.checked(now);
        if (rows.countSince(event.id(), now.minus(Duration.ofDays(1))) >= MOST_A_DAY)
            throw new BlastRefused.TooMany(MOST_A_DAY);
        Instant wanted = draft.sendAt();
        Instant sendAt = wanted == null || wanted.isBefore(now) ? now : wanted;
        PersonId by = Acting.current() instanceof Actor.Person person ? person.person() : null;
        BlastView blast = new BlastView(
                BlastId.next(),
                event.id(),
                event.organization(),
                BlastState.SCHEDULED,
                draft,
                by,
                now,
                sendAt,
                null,
                null,
                0,
                Reach.NONE);
        rows.insert(blast);
        scheduler.scheduleIfNotExists(BlastJobs.SEND
                .instance(blast.id().toString())
                .data(new BlastJobs.Send(
                        blast.id().value(), event.organization().value()))
                .scheduledTo(sendAt));
        return blast;
    }

    /** @throws BlastRefused.Begun once its time has come */
    @Transactional
    public BlastView cancel(EventView event, BlastId id) {
        access.require(Permission.MANAGE_GUESTS, event.organization(), event.id());
        BlastView blast = find(event, id);
        if (blast.state() != BlastState.SCHEDULED || !rows.move(blast, BlastState.CANCELLED))
            throw new BlastRefused.Begun();
        return find(event, id);
    }

    /** Mails it to whoever acts, as guests would get it. @return the address it goes to */
    @Transactional
    public String test(EventView event, BlastDraft draft) {
        access.require(Permission.MANAGE_GUESTS, event.organization(), event.id());
        draft.checked(clock.instant());
        PersonView me = people.me();
        Letterbox.Posted posted = acting.asSystem(
                event.organization(),
                () -> letterbox.post(new OptionalLetter(
                        BlastLetters.testCause(),
                        "blast_test",
                        Topic.NEWS,
                        event.organization(),
                        me.email(),
                        letters.test(event, draft, me.locale()))));
        switch (posted) {
            case TAKEN, KNOWN -> {}
            case UNWANTED, UNDELIVERABLE -> throw new BlastRefused.Unwanted();
        }
        return me.email().value();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Slice<BlastView> list(EventView event, @Nullable String cursor, int limit) {
        access.require(Permission.SEE_GUESTS, event.organization(), event.id());
        return Slice.of(
                rows.ofEvent(event.id(), Cursors.id(cursor), limit + 1),
                limit,
                blast -> blast.id().toString());
    }

    /** @throws NotFound where the event has no such blast */
    @Transactional(readOnly = true)
    public BlastView find(EventView event, BlastId id) {
        access.require(Permission.SEE_GUESTS, event.organization(), event.id());
        BlastView blast = rows.find(id);
        if (blast == null || !blast.event().equals(event.id())) throw new NotFound("blast");
        return blast;
    }

    /** For the bearer of its link, once it has begun. @throws NotFound */
    @Transactional(readOnly = true)
    public BlastView read(Actor.Capability bearer) {
        BlastView blast = acting.as(bearer, () -> rows.find(new BlastId(bearer.hold())));
        if (blast == null || blast.state() == BlastState.SCHEDULED || blast.state() == BlastState.CANCELLED)
            throw new NotFound("blast");
        return blast;
    }

    private void requireReady(EventView event) {
        access.require(Permission.MANAGE_GUESTS, event.organization(), event.id());
        if (event.state() == EventState.DRAFT) throw new BlastRefused.EventHidden();
    }
}
