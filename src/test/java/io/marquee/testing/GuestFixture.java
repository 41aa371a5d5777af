package io.marquee.testing;

import io.marquee.event.EventDetails;
import io.marquee.event.EventView;
import io.marquee.guest.GuestEvent.ConfirmationAsked;
import io.marquee.guest.GuestEvent.LettersDue;
import io.marquee.guest.GuestReads;
import io.marquee.guest.GuestState;
import io.marquee.guest.GuestView;
import io.marquee.guest.Guests;
import io.marquee.guest.Reply;
import io.marquee.guest.Rsvps;
import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Events without tickets, and people who answer them. */
@Component
public class GuestFixture {
    private final EventFixture events;
    private final OrganizationFixture organizations;
    private final Rsvps rsvps;
    private final Guests guests;
    private final GuestReads reads;
    private final Acting acting;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Map<String, String> confirmations = new ConcurrentHashMap<>();
    private final List<LettersDue> letters = new CopyOnWriteArrayList<>();

    GuestFixture(
            EventFixture events,
            OrganizationFixture organizations,
            Rsvps rsvps,
            Guests guests,
            GuestReads reads,
            Acting acting,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.events = events;
        this.organizations = organizations;
        this.rsvps = rsvps;
        this.guests = guests;
        this.reads = reads;
        this.acting = acting;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Published, with places for so many. */
    public EventView party(int capacity) {
        return party(EventFixture.concert().ticketing(false).capacity(capacity).build());
    }

    public EventView party(EventDetails details) {
        return events.published(events.organization(), details);
    }

    /** Of an organization of somebody with an account. */
    public EventView partyOf(PersonId owner, EventDetails details) {
        return events.published(
                organizations.organization(owner, "Parties of " + owner).id(), details);
    }

    /** Somebody who is signed in with a verified address of their own. */
    public static Actor.Person somebody(String name) {
        return new Actor.Person(PersonId.next(), PeopleFixture.address(name), false, Map.of(), Map.of());
    }

    public static Reply reply(GuestState to, int plusOnes) {
        return new Reply(to, "Ada Lind", plusOnes, List.of(), Locale.ENGLISH);
    }

    public GuestView says(Actor.Person person, EventView event, GuestState to) {
        return says(person, event, reply(to, 0));
    }

    public GuestView says(Actor.Person person, EventView event, Reply reply) {
        return acting.as(person, () -> rsvps.answer(event, reply));
    }

    public GuestView now(GuestView guest) {
        return acting.as(bearer(guest), () -> rsvps.own(guest.id()));
    }

    /** @return null where the event has no guest with this address */
    public @Nullable GuestView find(EventView event, String email) {
        return acting.asSystem(
                event.organization(),
                () -> transaction.execute(
                        status -> jdbc.sql("select id from guest.guests where event_id = ? and email = ?")
                                .params(event.id().value(), email)
                                .query(UUID.class)
                                .optional()
                                .map(id -> reads.byIds(List.of(id)).get(id))
                                .orElse(null)));
    }

    /** By the event's owner. */
    public Guests.Outcome decide(EventView event, Guests.Decision decision, GuestView... chosen) {
        return acting.as(
                EventFixture.owner(event.organization()),
                () -> guests.decide(
                        event,
                        List.of(chosen).stream()
                                .map(guest -> guest.id().value())
                                .toList(),
                        decision));
    }

    public void rule(EventView event, boolean open, int plusOnes) {
        acting.as(EventFixture.owner(event.organization()), () -> guests.rule(event, open, plusOnes));
    }

    public static Actor.Capability bearer(GuestView guest) {
        return new Actor.Capability(guest.id().value());
    }

    /** What was written to a guest, in order. */
    public List<String> lettersTo(GuestView guest) {
        return letters.stream()
                .filter(due -> due.guests().stream()
                        .anyMatch(one -> one.guest().equals(guest.id().value())))
                .map(due -> due.letter().name())
                .toList();
    }

    /** Where the last link leads that was mailed to this address to confirm an answer. */
    public String confirmationPath(String email) {
        return Objects.requireNonNull(confirmations.get(email), "nobody answered as " + email);
    }

    @EventListener
    void hear(ConfirmationAsked asked) {
        confirmations.put(asked.email(), asked.path());
    }

    @EventListener
    void hear(LettersDue due) {
        letters.add(due);
    }
}
