package io.marquee.guest.web;

import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.guest.GuestState;
import io.marquee.guest.GuestView;
import io.marquee.kernel.Wire;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody can say to an event. */
final class Replies {
    private Replies() {}

    /** Those whom the team has refused, or who hold a ticket, have nothing to say here. */
    static List<GuestState> of(EventView event, boolean full, @Nullable GuestView guest) {
        if (guest != null && (guest.tickets() > 0 || isDecided(guest))) return List.of();
        List<GuestState> replies = new ArrayList<>();
        boolean in = guest != null && (guest.state() == GuestState.GOING || guest.state() == GuestState.OFFERED);
        if (!event.details().ticketing()) replies.add(full && !in ? GuestState.WAITLISTED : GuestState.GOING);
        replies.addAll(List.of(GuestState.MAYBE, GuestState.INTERESTED, GuestState.NOT_GOING));
        return replies;
    }

    static boolean isDecided(GuestView guest) {
        return guest.state() == GuestState.DECLINED || guest.state() == GuestState.REMOVED;
    }

    /** Whether to come means a ticket: they have none, and nobody else decides about it now. */
    static boolean needsTicket(EventView event, @Nullable GuestView guest) {
        return event.details().ticketing()
                && (event.state() == EventState.PUBLISHED || event.state() == EventState.LIVE)
                && (guest == null
                        || guest.tickets() == 0 && !isDecided(guest) && guest.state() != GuestState.PENDING_APPROVAL);
    }

    /** The one that is asked for, or else what they have said, or else that they come; null where they have to choose. */
    static @Nullable GuestState chosen(List<GuestState> replies, String asked, @Nullable GuestView guest) {
        return replies.stream()
                .filter(reply -> Wire.name(reply).equals(asked))
                .findFirst()
                .or(() -> replies.stream()
                        .filter(reply -> guest != null && reply == guest.state())
                        .findFirst())
                .or(() -> replies.stream()
                        .findFirst()
                        .filter(first -> first == GuestState.GOING || first == GuestState.WAITLISTED))
                .orElse(null);
    }
}
