package io.marquee.conversation.blast;

import io.marquee.event.EventView;
import io.marquee.guest.GuestSegments;
import io.marquee.guest.GuestSegments.Member;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The guests of a segment, batch by batch. */
@Component
class Audience {
    private final GuestSegments segments;
    private final TicketReads tickets;

    Audience(GuestSegments segments, TicketReads tickets) {
        this.segments = segments;
        this.tickets = tickets;
    }

    /** @param last where the next batch begins; null at the end */
    record Batch(List<Member> members, @Nullable UUID last) {}

    Batch batch(EventView event, Segment segment, @Nullable UUID after, int limit) {
        GuestSegments.Choice choice =
                new GuestSegments.Choice(segment.kind().states(), segment.ticketType(), segment.tag());
        List<Member> found = segments.batch(event, choice, after, limit);
        UUID last = found.isEmpty() ? null : found.getLast().id();
        return new Batch(meant(segment, found), last);
    }

    private List<Member> meant(Segment segment, List<Member> found) {
        return switch (segment.kind()) {
            case GOING, MAYBE, WAITING, SILENT, TICKET_TYPE, TAG -> found;
            case CHECKED_IN -> found.stream().filter(admitted(found)).toList();
            case NOT_CHECKED_IN ->
                found.stream().filter(admitted(found).negate()).toList();
        };
    }

    /** Whoever comes with several tickets is there when one of them is. */
    private Predicate<Member> admitted(List<Member> found) {
        Map<TicketId, TicketView> known = tickets.byIds(found.stream()
                .flatMap(member -> member.tickets().stream())
                .map(TicketId::new)
                .toList());
        return member -> member.tickets().stream().anyMatch(ticket -> {
            TicketView view = known.get(new TicketId(ticket));
            return view != null && view.state() == TicketState.CHECKED_IN;
        });
    }
}
