package io.marquee.ticketing.web;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import io.marquee.event.EventView;
import io.marquee.event.Offer;
import io.marquee.event.TicketPicker;
import io.marquee.kernel.EventId;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Page;
import io.marquee.seating.SeatPlans;
import io.marquee.ticketing.TicketTypeReads;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.waiting.web.WaitingLinks;
import io.marquee.waitingroom.Chosen;
import io.marquee.waitingroom.WaitingRoom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tickets card of an event's public page. */
@Component
class TicketCard implements TicketPicker {
    private final TicketTypeReads types;
    private final PickerShelves shelves;
    private final WaitingRoom room;
    private final SeatPlans plans;
    private final WaitingLinks waiting;
    private final TemplateEngine templates;
    private final Clock clock;

    TicketCard(
            TicketTypeReads types,
            PickerShelves shelves,
            WaitingRoom room,
            SeatPlans plans,
            WaitingLinks waiting,
            TemplateEngine templates,
            Clock clock) {
        this.types = types;
        this.shelves = shelves;
        this.room = room;
        this.plans = plans;
        this.waiting = waiting;
        this.templates = templates;
        this.clock = clock;
    }

    @Override
    public Content content(EventView event, Page page, @Nullable String unlockKey) {
        PickerView.Shelf shelf = shelves.of(event.id(), unlockKey);
        boolean seated = plans.of(event.id())
                .map(plan -> shelf.types().stream()
                        .anyMatch(type -> plan.sells(type.id().value())))
                .orElse(false);
        PickerView view = PickerView.of(event, shelf, seated, clock.instant(), page.text());
        List<Link> lines = waiting.of(event, shelf.types(), clock.instant());
        boolean waits = room.isOpen(event.id());
        String path = Chosen.of("", Map.of("unlock", List.of(unlockKey == null ? "" : unlockKey)))
                .room(event);
        return new Content() {
            @Override
            public void writeTo(TemplateOutput output) {
                if (waits) templates.render("ticketing/waiting-room.jte", Map.of("page", page, "path", path), output);
                templates.render("ticketing/picker.jte", Map.of("page", page, "view", view), output);
                templates.render("ticketing/waiting/links.jte", Map.of("text", page.text(), "links", lines), output);
            }

            @Override
            public boolean isEmptyContent() {
                return view.isEmpty() && !waits;
            }
        };
    }

    @Override
    public List<Offer> offers(EventView event) {
        return types.onShowNow(event.id(), null).stream().map(TicketCard::offer).toList();
    }

    @Override
    public Map<EventId, List<Offer>> offers(Collection<EventView> events) {
        Map<EventId, List<Offer>> offers = new HashMap<>();
        types.onShow(events.stream().map(EventView::id).toList())
                .forEach((event, shown) ->
                        offers.put(event, shown.stream().map(TicketCard::offer).toList()));
        return offers;
    }

    @Override
    public boolean isSoldOut(EventId event) {
        Instant now = clock.instant();
        List<TicketTypeView> shown = types.onShow(event, (String) null).stream()
                .filter(type -> !type.addOn())
                .toList();
        return !shown.isEmpty()
                && shown.stream()
                        .noneMatch(type ->
                                type.left() > 0 && (type.saleEndsAt() == null || now.isBefore(type.saleEndsAt())));
    }

    @Override
    public List<Link> waitingLists(EventView event) {
        return waiting.of(event, types.onShow(event.id(), (String) null), clock.instant());
    }

    private static Offer offer(TicketTypeView type) {
        return new Offer(type.name(), type.price(), type.left(), type.saleStartsAt(), type.saleEndsAt());
    }
}
