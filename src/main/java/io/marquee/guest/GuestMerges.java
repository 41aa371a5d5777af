package io.marquee.guest;

import io.marquee.audit.History;
import io.marquee.event.EventView;
import io.marquee.guest.Comparison.Side;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Two guests who are one person become one guest. All that hangs on either hangs on the one that is kept; the other's address, account and
 * link lead there from then on, but for a link of somebody without an address ({@link FormerGuests.Former#opens}).
 */
@Component
public class GuestMerges {
    private final GuestRows rows;
    private final MergedRows merged;
    private final FormerGuests former;
    private final GivenAnswers answers;
    private final Moments moments;
    private final Offers offers;
    private final History history;
    private final ApplicationEventPublisher publisher;
    private final Access access;
    private final Acting acting;

    GuestMerges(
            GuestRows rows,
            MergedRows merged,
            FormerGuests former,
            GivenAnswers answers,
            Moments moments,
            Offers offers,
            History history,
            ApplicationEventPublisher publisher,
            Access access,
            Acting acting) {
        this.rows = rows;
        this.merged = merged;
        this.former = former;
        this.answers = answers;
        this.moments = moments;
        this.offers = offers;
        this.history = history;
        this.publisher = publisher;
        this.access = access;
        this.acting = acting;
    }

    /**
     * @param kept whom the team wants to keep; where the other one alone has an address, that one is kept
     * @throws NotFound where the event has no such guests
     */
    @Transactional(readOnly = true)
    public Comparison compare(EventView event, GuestId kept, GuestId other) {
        access.require(Permission.MANAGE_GUESTS, event.organization(), event.id());
        return comparison(event, rows.all(List.of(kept.value(), other.value())), kept, other);
    }

    /**
     * For good.
     *
     * @param kept as in {@link #compare}
     * @param choices whose word counts, by the field: all of {@link Comparison#conflicts()}, and nothing else is looked at
     * @return the guest that is kept, as it is then
     * @throws InvalidInput at each field that nobody chose
     * @throws NotFound where the event has no such guests, or one of them is gone by now
     */
    @Transactional
    public GuestView merge(EventView event, GuestId kept, GuestId other, Map<String, Side> choices) {
        access.require(Permission.MANAGE_GUESTS, event.organization(), event.id());
        return acting.asSystem(event.organization(), () -> {
            List<GuestView> locked = rows.locked(event.id(), List.of(kept.value(), other.value()));
            Comparison two = comparison(event, locked, kept, other);
            InvalidInput.Gatherer open = InvalidInput.gather();
            two.conflicts().forEach(field -> open.check(choices.containsKey(field), field, "required"));
            open.orThrow();
            return merge(event, two, choices);
        });
    }

    private GuestView merge(EventView event, Comparison two, Map<String, Side> choices) {
        GuestView kept = two.kept();
        GuestView gone = two.other();
        List<String> dropped = two.answers().stream()
                .filter(Comparison.Pair::differ)
                .map(Comparison.Pair::field)
                .filter(field -> choices.get(field) == Side.OTHER)
                .toList();
        answers.takeOver(two, dropped);
        merged.carry(gone, kept);
        if (gone.state() != GuestState.REMOVED) {
            history.record(GuestRows.subject(gone), gone.state(), GuestState.REMOVED, "merged");
        }
        former.merge(gone, kept);
        merged.delete(gone);
        GuestState to = merged.complete(
                kept, gone, chosen(two, choices, Comparison.NAME), chosen(two, choices, Comparison.REPLY));
        if (to != kept.state()) history.record(GuestRows.subject(kept), kept.state(), to, "merged");
        rows.index(List.of(kept.id().value()));
        moments.add(kept, Moments.Kind.MERGED, gone.address().isEmpty() ? gone.name() : gone.email());
        publisher.publishEvent(new GuestEvent.Merged(event.id(), event.organization(), gone.id(), kept.id()));
        GuestView now = Objects.requireNonNull(rows.byId(kept.id()));
        if (now.places() < kept.places() + gone.places()) offers.next(event);
        return now;
    }

    private static Side chosen(Comparison two, Map<String, Side> choices, String field) {
        return two.conflicts().contains(field) ? Objects.requireNonNull(choices.get(field)) : Side.KEPT;
    }

    private Comparison comparison(EventView event, List<GuestView> guests, GuestId kept, GuestId other) {
        if (kept.equals(other)) throw InvalidInput.at("guest", "two_guests");
        GuestView stays = one(event, guests, kept);
        GuestView goes = one(event, guests, other);
        // an address is never lost, nor opened by a link that the team passed on
        return stays.address().isEmpty() && !goes.address().isEmpty()
                ? new Comparison(goes, stays, answers.of(goes), answers.of(stays))
                : new Comparison(stays, goes, answers.of(stays), answers.of(goes));
    }

    private static GuestView one(EventView event, List<GuestView> guests, GuestId id) {
        return guests.stream()
                .filter(guest -> guest.id().equals(id) && guest.event().equals(event.id()))
                .findFirst()
                .orElseThrow(() -> new NotFound("guest"));
    }
}
