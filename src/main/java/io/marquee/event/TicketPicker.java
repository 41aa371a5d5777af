package io.marquee.event;

import gg.jte.Content;
import io.marquee.kernel.EventId;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tickets on an event's public page, told by the module that sells them. What it reads must be fresh: the page that it
 * goes into is itself kept for up to a second.
 */
public interface TicketPicker {

    /**
     * The tickets card, rendered into the page: prices, what is left, and the form that takes a hold.
     *
     * @param page its words and assets; the viewer is nobody on a page that is rendered for everybody at once
     * @param unlockKey shows hidden ticket types, as in {@code /events/{slug}?unlock=KEY}; null shows none
     */
    Content content(EventView event, Page page, @Nullable String unlockKey);

    /** What is on offer to everybody, in the order of the page. Empty where the event sells nothing. */
    List<Offer> offers(EventView event);

    /** Whether nothing can be had now of what everybody is offered, and nothing will be by itself; from memory, a second stale. */
    boolean isSoldOut(EventId event);

    /** Where one can wait for what is sold out. */
    List<Link> waitingLists(EventView event);

    /** {@link #offers(EventView)} for the events of a list, in one go. Events without an offer are left out. */
    Map<EventId, List<Offer>> offers(Collection<EventView> events);
}
