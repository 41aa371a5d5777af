package io.marquee.conversation.blast;

import io.marquee.guest.GuestState;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of an event's guests are meant.
 *
 * @param ticketType of which they hold a valid ticket; null for other kinds
 * @param tag that the team gave them; null for other kinds
 */
public record Segment(
        Kind kind, @Nullable UUID ticketType, @Nullable String tag) {

    /** On the wire in lower case. */
    public enum Kind {
        GOING,
        MAYBE,
        /** Also those whom a place is offered. */
        WAITING,
        /** Invited, without an answer. */
        SILENT,
        CHECKED_IN,
        /** Going, and not there yet. */
        NOT_CHECKED_IN,
        TICKET_TYPE,
        TAG;

        Set<GuestState> states() {
            return switch (this) {
                case GOING, CHECKED_IN, NOT_CHECKED_IN -> Set.of(GuestState.GOING);
                case MAYBE -> Set.of(GuestState.MAYBE);
                case WAITING -> Set.of(GuestState.WAITLISTED, GuestState.OFFERED);
                case SILENT -> Set.of(GuestState.INVITED);
                case TICKET_TYPE, TAG ->
                    Set.of(
                            GuestState.INVITED,
                            GuestState.INTERESTED,
                            GuestState.MAYBE,
                            GuestState.GOING,
                            GuestState.PENDING_APPROVAL,
                            GuestState.WAITLISTED,
                            GuestState.OFFERED);
            };
        }
    }

    private static final int LONGEST_TAG = 100;

    /** In one word, as forms send it: "going", "ticket_type:…", "tag:vip". @throws InvalidInput at {@code segment} */
    public static Segment parse(String typed) {
        String[] parts = typed.replace("\0", "").strip().split(":", 2);
        try {
            Kind kind = Wire.parse(Kind.class, parts[0]);
            String which = parts.length == 2 ? parts[1].strip() : "";
            return switch (kind) {
                case TICKET_TYPE -> new Segment(kind, UUID.fromString(which), null);
                case TAG -> which.isEmpty() || which.length() > LONGEST_TAG ? refuse() : new Segment(kind, null, which);
                case GOING, MAYBE, WAITING, SILENT, CHECKED_IN, NOT_CHECKED_IN -> new Segment(kind, null, null);
            };
        } catch (IllegalArgumentException unknown) {
            return refuse();
        }
    }

    private static Segment refuse() {
        throw InvalidInput.at("segment", "choice");
    }

    /** As {@link #parse} reads it. */
    public String word() {
        String word = Wire.name(kind);
        if (ticketType != null) return word + ":" + ticketType;
        else return tag == null ? word : word + ":" + tag;
    }
}
