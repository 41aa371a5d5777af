package io.marquee.checkin;

import io.marquee.ticketing.TicketId;
import org.jspecify.annotations.Nullable;

/** Modules above say what taking an admission back means to them. */
public interface UndoNote {
    /**
     * Asked in the undo's own transaction, after it is done.
     *
     * @return a stable code, with its words at {@code checkin.undo.note.<code>}; null where there is nothing to say
     */
    @Nullable
    String of(TicketId ticket);
}
