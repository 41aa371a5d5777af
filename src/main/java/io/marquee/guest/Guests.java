package io.marquee.guest;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.guest.GuestEvent.Letter;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.tenancy.Acting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an event's team decides about its guests, one by one and many at once. */
@Component
public class Guests {
    private static final int MOST_AT_ONCE = 1000;

    private final GuestRows rows;
    private final Places places;
    private final Offers offers;
    private final Letters letters;
    private final EventReads events;
    private final Access access;
    private final Acting acting;

    Guests(
            GuestRows rows,
            Places places,
            Offers offers,
            Letters letters,
            EventReads events,
            Access access,
            Acting acting) {
        this.rows = rows;
        this.places = places;
        this.offers = offers;
        this.letters = letters;
        this.events = events;
        this.access = access;
        this.acting = acting;
    }

    /** What the team decides about somebody. */
    public enum Decision {
        /** They come: who asked for it, waits, or was declined before. */
        APPROVE,
        DECLINE,
        REMOVE
    }

    /**
     * @param done how many it was done to
     * @param left out because there was no place for them
     * @param others who had another state meanwhile, or hold a ticket
     * @param refused who both of these are, and why; not told for tags
     */
    public record Outcome(int done, int left, int others, List<Refused> refused) {
        static final Outcome NOTHING = new Outcome(0, 0, 0, List.of());

        /** How many had their turn. */
        public int all() {
            return done + left + others;
        }

        Outcome plus(Outcome other) {
            return new Outcome(
                    done + other.done,
                    left + other.left,
                    others + other.others,
                    Stream.concat(refused.stream(), other.refused.stream()).toList());
        }
    }

    /** Who was left as they were. */
    public record Refused(GuestView guest, GuestRefused why) {}

    /**
     * Each by itself: whoever can't be changed is counted and left as they are. Those that are done are written to, but not those that are
     * removed.
     *
     * @param ids at most a thousand; those of other events are left out
     */
    @Transactional
    public Outcome decide(EventView event, Collection<UUID> ids, Decision decision) {
        access.require(Permission.MANAGE_GUESTS, event.organization(), event.id());
        if (ids.size() > MOST_AT_ONCE) throw InvalidInput.at("guests", "too_many_guests", MOST_AT_ONCE);
        return acting.asSystem(event.organization(), () -> {
            List<GuestView> done = new ArrayList<>();
            List<Refused> refused = new ArrayList<>();
            for (GuestView guest : rows.locked(event.id(), ids)) {
                try {
                    decide(event, guest, decision);
                    done.add(guest);
                } catch (GuestRefused why) {
                    refused.add(new Refused(guest, why));
                }
            }
            if (decision == Decision.APPROVE) letters.write(done, Letter.APPROVED, "");
            if (decision == Decision.DECLINE) letters.write(done, Letter.DECLINED, "");
            if (done.stream().anyMatch(guest -> guest.places() > 0)) offers.next(event);
            int full = (int) refused.stream()
                    .filter(one -> one.why() instanceof GuestRefused.Full)
                    .count();
            return new Outcome(done.size(), full, refused.size() - full, refused);
        });
    }

    private void decide(EventView event, GuestView guest, Decision decision) {
        GuestState to = switch (decision) {
            case APPROVE -> GuestState.GOING;
            case DECLINE -> GuestState.DECLINED;
            case REMOVE -> GuestState.REMOVED;
        };
        if (guest.tickets() > 0 && to != GuestState.GOING) throw new GuestRefused.HasTicket();
        if (guest.state() == to) throw new GuestRefused.Moved();
        places.require(event, guest, to, guest.plusOnes());
        rows.move(guest, to, guest.plusOnes(), null, null);
    }

    /** Who may answer, and how many they bring. @throws InvalidInput at {@code plusOnes} */
    @Transactional
    public void rule(EventView event, boolean open, int plusOnes) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        InvalidInput.gather()
                .check(
                        plusOnes >= 0 && plusOnes <= Places.MOST_PLUS_ONES,
                        "plusOnes",
                        "range",
                        0,
                        Places.MOST_PLUS_ONES)
                .orThrow();
        acting.asSystem(event.organization(), () -> places.set(event, open, plusOnes));
    }

    /** Offers whose time is up are over, and what is free goes to those who wait. @return how many were over */
    int endOffers() {
        List<GuestView> over = offers.over(MOST_AT_ONCE);
        over.forEach(this::endOffer);
        offers.waited().forEach(id -> offers.next(events.byId(new EventId(id))));
        return over.size();
    }

    private void endOffer(GuestView guest) {
        rows.move(guest, GuestState.NOT_GOING, guest.plusOnes(), null, "offer_over");
        letters.write(guest, Letter.OFFER_OVER);
    }

    /** @param locale in which they are written to until they answer */
    static GuestView fresh(EventView event, String email, String name, String locale, GuestState state, Instant now) {
        return new GuestView(
                GuestId.next(),
                event.id(),
                event.organization(),
                null,
                email,
                name,
                locale,
                state,
                now,
                null,
                0,
                null,
                List.of(),
                0,
                null,
                List.of(),
                null,
                null,
                GuestView.MailState.NONE,
                null,
                null,
                false,
                0,
                false,
                now);
    }
}
