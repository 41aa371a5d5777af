package io.marquee.guest;

import io.marquee.event.EventView;
import io.marquee.guest.Guests.Decision;
import io.marquee.guest.Guests.Outcome;
import io.marquee.kernel.InvalidInput;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The same change to many guests: those that were chosen, or all that a filter finds. In parts, each a transaction of its own. */
@Component
public class GuestChanges {
    private static final int AT_ONCE = 500;
    private static final int MOST = 10_000;

    private final Guests guests;
    private final GuestRecords records;
    private final GuestList list;
    private final GuestCounts counts;

    GuestChanges(Guests guests, GuestRecords records, GuestList list, GuestCounts counts) {
        this.guests = guests;
        this.records = records;
        this.list = list;
        this.counts = counts;
    }

    /** What is done to them. */
    public enum Act {
        APPROVE,
        DECLINE,
        REMOVE,
        TAG,
        UNTAG
    }

    /**
     * How far a change of all that a filter finds has come.
     *
     * @param outcome of this part
     * @param last whoever comes after this one is next; null where nobody is left
     * @param left how many come after it
     */
    public record Step(Outcome outcome, @Nullable UUID last, int left) {}

    /**
     * The next part of all that a filter finds.
     *
     * @param after where the part before ended; null for the first
     * @throws InvalidInput at {@code guests} or {@code tag}
     */
    public Step step(EventView event, GuestFilter filter, @Nullable UUID after, Act act, String tag) {
        List<UUID> now = list.ids(event, filter, after, AT_ONCE);
        if (now.isEmpty() && after == null) throw InvalidInput.at("guests", "no_guests");
        int left = now.size() < AT_ONCE ? 0 : list.count(event, filter, now.getLast());
        Outcome outcome = now.isEmpty() ? Outcome.NOTHING : part(event, now, act, tag);
        return new Step(outcome, left > 0 ? now.getLast() : null, left);
    }

    /** @throws InvalidInput at {@code guests} or {@code tag} */
    public Outcome change(EventView event, Collection<UUID> ids, Act act, String tag) {
        InvalidInput.gather()
                .check(!ids.isEmpty(), "guests", "no_guests")
                .check(ids.size() <= MOST, "guests", "too_many_guests", MOST)
                .orThrow();
        List<UUID> all = ids.stream().distinct().sorted().toList();
        Outcome sum = Outcome.NOTHING;
        for (int from = 0; from < all.size(); from += AT_ONCE)
            sum = sum.plus(part(event, all.subList(from, Math.min(from + AT_ONCE, all.size())), act, tag));
        return sum;
    }

    private Outcome part(EventView event, List<UUID> ids, Act act, String tag) {
        Outcome outcome = switch (act) {
            case APPROVE -> guests.decide(event, ids, Decision.APPROVE);
            case DECLINE -> guests.decide(event, ids, Decision.DECLINE);
            case REMOVE -> guests.decide(event, ids, Decision.REMOVE);
            case TAG -> tagged(ids, records.tag(event, ids, tag, true));
            case UNTAG -> tagged(ids, records.tag(event, ids, tag, false));
        };
        counts.changed(event.id());
        return outcome;
    }

    private static Outcome tagged(List<UUID> ids, int changed) {
        return new Outcome(changed, 0, ids.size() - changed, List.of());
    }
}
