package io.marquee.checkin;

import io.marquee.seating.SeatName;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gate is told.
 *
 * @param ticket null where the code names none of this event
 * @param firstSeen the admission before a scan that lets nobody in, or lets somebody out; null where there was none
 * @param leftAt when the ticket's holder had left before this scan, where an exit was the last of their ways
 * @param reason why, where the verdict alone would mislead
 * @param conflict where the gate told otherwise by itself; null where all agree
 */
public record ScanResult(
        Verdict verdict,
        @Nullable Admittee ticket,
        @Nullable FirstSeen firstSeen,
        @Nullable Instant leftAt,
        @Nullable Reason reason,
        @Nullable ConflictView conflict) {

    ScanResult(
            Verdict verdict,
            @Nullable Admittee ticket,
            @Nullable FirstSeen firstSeen,
            @Nullable ConflictView conflict) {
        this(verdict, ticket, firstSeen, null, null, conflict);
    }

    /** The same without anybody's name. */
    ScanResult bare() {
        return new ScanResult(verdict, null, null, null, reason, conflict == null ? null : conflict.of(null));
    }

    ScanResult answered(List<List<String>> said) {
        Admittee whose = ticket == null ? null : ticket.answered(said);
        return new ScanResult(verdict, whose, firstSeen, leftAt, reason, conflict);
    }

    /** Of an exit that is in the book already: it would be told of itself. */
    ScanResult withoutLeft() {
        return new ScanResult(verdict, ticket, firstSeen, null, reason, conflict);
    }

    ScanResult in(@Nullable ConflictView raised) {
        return new ScanResult(verdict, ticket, firstSeen, leftAt, reason, raised);
    }

    /**
     * What a gate may know of a ticket: no money, no contact data.
     *
     * @param state after the scan
     * @param seat null where nobody sits
     * @param addOn whether it is something beside an admission, such as parking: it counts at the gate that is called like it
     * @param answers to questions that are marked for the door: the question and the words; empty where there are none
     * @param position 1.. of {@code of} in its order
     */
    public record Admittee(
            TicketId id,
            String holder,
            String type,
            TicketState state,
            int position,
            int of,
            @Nullable SeatName seat,
            boolean addOn,
            List<List<String>> answers) {

        private Admittee answered(List<List<String>> said) {
            return new Admittee(id, holder, type, state, position, of, seat, addOn, said);
        }
    }

    /** When, where and by which device. */
    public record FirstSeen(Instant at, String gate, String device) {}
}
