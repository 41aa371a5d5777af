package io.marquee.guest;

import io.marquee.event.EventView;
import io.marquee.guest.Guests.Decision;
import io.marquee.guest.Guests.Outcome;
import io.marquee.kernel.InvalidInput;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The same change to many guests: those that were chosen, or all that a filter finds. In parts, each a transaction of its own. */
@Component
public class GuestChanges {
    private static final int AT_ONCE = 500;
    private static final int MOST = 10_000;

    private final Guests guests;
    private final GuestRecords records;
    private final GuestList list;

    GuestChanges(Guests guests, GuestRecords records, GuestList list) {
        this.guests = guests;
        this.records = records;
        this.list = list;
    }

    /** What is done to them. */
    public enum Act {
        APPROVE,
        DECLINE,
        REMOVE,
        TAG,
        UNTAG
    }

    public Outcome change(EventView event, GuestFilter filter, Act act, String tag) {
        return change(event, list.ids(event, filter, MOST), act, tag);
    }

    /** @throws InvalidInput at {@code guests} or {@code tag} */
    public Outcome change(EventView event, Collection<UUID> ids, Act act, String tag) {
        InvalidInput.gather()
                .check(!ids.isEmpty(), "guests", "no_guests")
                .check(ids.size() <= MOST, "guests", "too_many_guests", MOST)
                .orThrow();
        List<UUID> all = ids.stream().distinct().sorted().toList();
        Outcome sum = new Outcome(0, 0, 0);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            Outcome part = part(event, all.subList(from, Math.min(from + AT_ONCE, all.size())), act, tag);
            sum = new Outcome(sum.done() + part.done(), sum.left() + part.left(), sum.others() + part.others());
        }
        return sum;
    }

    private Outcome part(EventView event, List<UUID> ids, Act act, String tag) {
        return switch (act) {
            case APPROVE -> guests.decide(event, ids, Decision.APPROVE);
            case DECLINE -> guests.decide(event, ids, Decision.DECLINE);
            case REMOVE -> guests.decide(event, ids, Decision.REMOVE);
            case TAG -> tagged(ids, records.tag(event, ids, tag, true));
            case UNTAG -> tagged(ids, records.tag(event, ids, tag, false));
        };
    }

    private static Outcome tagged(List<UUID> ids, int changed) {
        return new Outcome(changed, 0, ids.size() - changed);
    }
}
