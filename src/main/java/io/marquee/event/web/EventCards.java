package io.marquee.event.web;

import io.marquee.event.EventDetails;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.event.Offer;
import io.marquee.event.Place;
import io.marquee.event.TicketPicker;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.EventCard;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Events as lists show them: hosts and prices are asked for once for the whole list. */
@Component
class EventCards {
    private final OrganizationReads organizations;
    private final ObjectProvider<TicketPicker> tickets;
    private final Clock clock;

    EventCards(OrganizationReads organizations, ObjectProvider<TicketPicker> tickets, Clock clock) {
        this.organizations = organizations;
        this.tickets = tickets;
        this.clock = clock;
    }

    Map<EventId, EventCard> of(List<EventView> events, Text text) {
        if (events.isEmpty()) return Map.of();
        Map<OrganizationId, OrganizationView> hosts =
                organizations.byIds(events.stream().map(EventView::organization).collect(Collectors.toSet()));
        Map<EventId, List<Offer>> offers = offers(events);
        return events.stream()
                .collect(Collectors.toMap(
                        EventView::id,
                        event -> card(
                                event,
                                hosts.get(event.organization()),
                                offers.getOrDefault(event.id(), List.of()),
                                text)));
    }

    private Map<EventId, List<Offer>> offers(List<EventView> events) {
        TicketPicker picker = tickets.getIfAvailable();
        List<EventView> open = events.stream()
                .filter(event -> event.details().ticketing()
                        && (event.state() == EventState.PUBLISHED || event.state() == EventState.LIVE))
                .toList();
        return picker == null || open.isEmpty() ? Map.of() : picker.offers(open);
    }

    private EventCard card(EventView event, @Nullable OrganizationView host, List<Offer> offers, Text text) {
        EventDetails details = event.details();
        return new EventCard(
                EventLinks.path(event),
                details.title(),
                details.hue(),
                Covers.inList(details),
                EventTimesText.brief(details, text),
                where(Place.of(details), text),
                host == null ? null : host.name(),
                price(offers, text),
                chip(event, offers, text, clock.instant()));
    }

    /** What is usual goes without saying: lists tell only what is on now, sold out, or over. */
    private static @Nullable Chip chip(EventView event, List<Offer> offers, Text text, Instant now) {
        if (event.state() == EventState.LIVE) return new Chip(text.get("eventpage.state.live"), Tone.LIVE);
        if (event.state() == EventState.CANCELLED) return Chip.of(text, event.state());
        boolean soldOut = !offers.isEmpty()
                && event.registrationOpen(now)
                && offers.stream().allMatch(offer -> offer.left() == 0);
        return soldOut ? Chip.of(text, "sold_out") : null;
    }

    private static @Nullable String where(Place place, Text text) {
        if (!place.physical()) return place.online() ? text.get("eventpage.where.online") : null;
        String region = place.region(text.locale());
        String venue = place.venue();
        if (venue == null) return region.isEmpty() ? place.line() : region;
        return place.city() == null ? venue : venue + ", " + place.city();
    }

    private static @Nullable String price(List<Offer> offers, Text text) {
        return offers.stream()
                .map(Offer::price)
                .min(Comparator.comparingLong(Money::amount))
                .map(least -> least.isZero()
                        ? text.get("discover.price.free")
                        : offers.stream().map(Offer::price).distinct().count() == 1
                                ? text.money(least)
                                : text.get("discover.price.from", text.money(least)))
                .orElse(null);
    }
}
