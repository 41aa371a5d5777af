package io.marquee.guest;

import io.marquee.event.EventReads;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.guest.FormerGuests.Former;
import io.marquee.guest.GuestEvent.Letter;
import io.marquee.kernel.Forbidden;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Unauthenticated;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.registration.Answer;
import io.marquee.registration.Answered;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people say to an event: signed in with a verified address, or with the token of their personal link. */
@Component
public class Rsvps {
    private final GuestRows rows;
    private final FormerGuests former;
    private final Places places;
    private final Offers offers;
    private final Letters letters;
    private final GivenAnswers answers;
    private final EventReads events;
    private final Acting acting;
    private final Clock clock;

    Rsvps(
            GuestRows rows,
            FormerGuests former,
            Places places,
            Offers offers,
            Letters letters,
            GivenAnswers answers,
            EventReads events,
            Acting acting,
            Clock clock) {
        this.rows = rows;
        this.former = former;
        this.places = places;
        this.offers = offers;
        this.letters = letters;
        this.answers = answers;
        this.events = events;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * How an event takes answers.
     *
     * @param open whether those may answer now who were not invited
     * @param openToAll whether its team wants that, while it takes answers at all
     * @param left places without a ticket; null where there is no limit
     */
    public record Terms(
            boolean open,
            boolean openToAll,
            int plusOnes,
            @Nullable Integer left) {}

    /** Somebody whose address is proven. */
    record Known(String email, @Nullable PersonId person) {}

    @Transactional(readOnly = true)
    public Terms terms(EventView event) {
        Places.Rules rules = acting.asSystem(event.organization(), () -> places.rules(event.id()));
        Integer capacity = event.details().ticketing() ? null : event.details().capacity();
        boolean takes = rules.open()
                && (event.state() == EventState.PUBLISHED || event.state() == EventState.LIVE)
                && clock.instant().isBefore(event.endsAt());
        return new Terms(
                takes, rules.open(), rules.plusOnes(), capacity == null ? null : Math.max(0, capacity - rules.taken()));
    }

    /** What whoever acts said before, by their account, address or token. @return null for nothing */
    @Transactional(readOnly = true)
    public @Nullable GuestView mine(EventView event) {
        if (!(Acting.current() instanceof Actor.Person person)) return null;
        String email = Objects.requireNonNullElse(person.verifiedEmail(), "");
        // by the system: whoever was merged into another sees that one's row, which is not in their name
        return acting.asSystem(event.organization(), () -> rows.find(event.id(), email, person.person()));
    }

    /** The guest whose token, account or address acts. @throws NotFound */
    @Transactional(readOnly = true)
    public GuestView own(GuestId id) {
        GuestView guest = rows.byId(id);
        if (guest != null && isOwn(guest)) return guest;
        Former gone = guest == null ? acting.asPlatform(() -> former.find(id)) : null;
        if (gone == null) throw new NotFound("guest");
        GuestView now = Objects.requireNonNull(acting.asPlatform(() -> rows.byId(gone.now())));
        boolean theirs = Acting.current() instanceof Actor.Capability bearer
                ? bearer.hold().equals(id.value()) && gone.opens(now, bearer)
                : isPerson(gone.person(), gone.email());
        if (!theirs) throw new NotFound("guest");
        return now;
    }

    /** The event of one's own guest, also one that is not public. */
    @Transactional(readOnly = true)
    public EventView eventOf(GuestView own) {
        return acting.asSystem(own.organization(), () -> events.byId(own.event()));
    }

    @Transactional(readOnly = true)
    public List<Answered> answersOf(GuestView own) {
        return acting.asSystem(own.organization(), () -> answers.of(own));
    }

    /**
     * By a person with a verified address.
     *
     * @param event as they see it
     * @throws io.marquee.kernel.InvalidInput at {@code reply}, {@code name}, {@code plusOnes} or a question's field
     * @throws GuestRefused
     */
    @Transactional
    public GuestView answer(EventView event, Reply reply) {
        if (!(Acting.current() instanceof Actor.Person person)) throw new Unauthenticated();
        if (person.verifiedEmail() == null) throw new Forbidden("rsvp");
        return take(event, new Known(person.verifiedEmail(), person.person()), reply);
    }

    /** With the token of one's personal link, or signed in. */
    @Transactional
    public GuestView answer(GuestId id, Reply reply) {
        GuestView own = own(id);
        PersonId person = Acting.current() instanceof Actor.Person p ? p.person() : null;
        return take(eventOf(own), new Known(own.email(), person), reply);
    }

    /** No more mails about this event, but what they ask for themselves. */
    @Transactional
    public void mute(GuestId id) {
        GuestView own = own(id);
        acting.asSystem(own.organization(), () -> rows.mute(own));
    }

    /** Of somebody whose address is proven, by whatever way. */
    GuestView take(EventView event, Known known, Reply reply) {
        return acting.asSystem(event.organization(), () -> {
            GuestView found = rows.find(event.id(), known.email(), known.person());
            Places.Rules rules = places.rules(event.id());
            List<Answer> kept = check(event, found, rules, reply);
            GuestView guest =
                    found == null ? arrived(event, known, reply) : Objects.requireNonNull(rows.locked(found.id()));
            GuestState to = decided(event, guest, reply);
            int plusOnes = reply.brings();
            boolean moved = guest.state() != to || guest.answeredAt() == null;
            places.require(event, guest, to, plusOnes);
            rows.move(guest, to, plusOnes, null, null);
            rows.answered(guest, reply, known.person());
            if (reply.comes()) answers.keep(guest, kept);
            GuestView now = Objects.requireNonNull(rows.byId(guest.id()));
            if (moved) write(now);
            if (now.places() < guest.places()) offers.next(event);
            return now;
        });
    }

    /** @throws GuestRefused where nothing of the kind is taken now */
    List<Answer> check(EventView event, @Nullable GuestView guest, Places.Rules rules, Reply reply) {
        int most = guest == null ? rules.plusOnes() : guest.mayBring(rules.plusOnes());
        reply.check(guest != null && !guest.name().isEmpty(), most);
        if (guest != null && guest.tickets() > 0 && reply.to() != GuestState.GOING) throw new GuestRefused.HasTicket();
        boolean has = guest != null && guest.tickets() > 0;
        if (reply.comes() && event.details().ticketing() && !has) throw new GuestRefused.TicketNeeded();
        boolean open = reply.comes() && !has
                ? event.registrationOpen(clock.instant())
                : event.state() == EventState.PUBLISHED || event.state() == EventState.LIVE;
        if (!open || !rules.open() && guest == null) throw new GuestRefused.AnswersClosed();
        return reply.comes() && !has ? answers.checked(event.id(), reply.answers()) : List.of();
    }

    /** Whoever is new is interested for a moment: what they said is a move of its own, with its own row in the history. */
    private GuestView arrived(EventView event, Known known, Reply reply) {
        GuestView fresh = Guests.fresh(
                event,
                known.email(),
                reply.name(),
                reply.locale().toLanguageTag(),
                GuestState.INTERESTED,
                clock.instant());
        rows.insert(fresh);
        GuestView found = rows.find(event.id(), known.email(), known.person());
        return Objects.requireNonNull(rows.locked(Objects.requireNonNull(found).id()));
    }

    private GuestState decided(EventView event, GuestView guest, Reply reply) {
        boolean in = guest.state() == GuestState.GOING || guest.state() == GuestState.OFFERED;
        if (guest.state() == GuestState.DECLINED || guest.state() == GuestState.REMOVED) {
            throw new GuestRefused.Decided();
        } else if (!reply.comes()) {
            return reply.to();
        } else if (in) {
            return GuestState.GOING;
        } else if (event.details().approvalRequired() && guest.invitedAt() == null) {
            return GuestState.PENDING_APPROVAL;
        } else if (reply.to() == GuestState.WAITLISTED && places.lockLeft(event) < 1 + reply.plusOnes()) {
            return GuestState.WAITLISTED;
        } else {
            return GuestState.GOING;
        }
    }

    private void write(GuestView guest) {
        switch (guest.state()) {
            case GOING -> letters.write(guest, Letter.GOING);
            case PENDING_APPROVAL -> letters.write(guest, Letter.PENDING_APPROVAL);
            case WAITLISTED -> letters.write(guest, Letter.WAITLISTED);
            case INVITED, INTERESTED, MAYBE, NOT_GOING, OFFERED, DECLINED, REMOVED -> {}
        }
    }

    private static boolean isOwn(GuestView guest) {
        return Acting.current() instanceof Actor.Capability bearer
                ? guest.isOpenedBy(bearer)
                : isPerson(GuestRows.value(guest.person()), guest.email());
    }

    private static boolean isPerson(@Nullable UUID person, String email) {
        return Acting.current() instanceof Actor.Person me
                && (me.person().value().equals(person) || email.equals(me.verifiedEmail()));
    }
}
