package io.marquee.demo;

import io.marquee.checkin.CheckIns;
import io.marquee.checkin.Scan;
import io.marquee.demo.DemoEvent.DemoType;
import io.marquee.demo.DemoEvent.Fate;
import io.marquee.event.EventDetails;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.identity.Actors;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.organization.Brand;
import io.marquee.organization.Branding;
import io.marquee.organization.Organizations;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketTypeDetails;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketTypes;
import io.marquee.ticketing.TicketView;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.stereotype.Component;

/** Fills one organization with events, sales and guests. */
@Component
class DemoFilling {
    private static final long SEED = 14;

    private final DemoHost host;
    private final DemoBuyers buyers;
    private final Organizations organizations;
    private final Branding branding;
    private final Events events;
    private final TicketTypes types;
    private final DemoOffers offers;
    private final DemoPayouts payouts;
    private final TicketReads tickets;
    private final Ordering ordering;
    private final CheckIns checkIns;
    private final Actors actors;
    private final Acting acting;
    private final Clock clock;

    DemoFilling(
            DemoHost host,
            DemoBuyers buyers,
            Organizations organizations,
            Branding branding,
            Events events,
            TicketTypes types,
            DemoOffers offers,
            DemoPayouts payouts,
            TicketReads tickets,
            Ordering ordering,
            CheckIns checkIns,
            Actors actors,
            Acting acting,
            Clock clock) {
        this.host = host;
        this.buyers = buyers;
        this.organizations = organizations;
        this.branding = branding;
        this.events = events;
        this.types = types;
        this.offers = offers;
        this.payouts = payouts;
        this.tickets = tickets;
        this.ordering = ordering;
        this.checkIns = checkIns;
        this.actors = actors;
        this.acting = acting;
        this.clock = clock;
    }

    void fill(String password) {
        PersonId mara = host.signUp(password);
        OrganizationId collective = acting.as(actors.of(mara), () -> organizations.create(mara, "Harbour Collective"))
                .id();
        acting.as(
                actors.of(mara),
                () -> branding.edit(
                        collective,
                        new Brand(
                                "Harbour Collective",
                                "Concerts, courses and breakfasts by the water, run by the people of the harbour quarter.",
                                "https://harbour.example",
                                205)));
        payouts.connect(actors.of(mara), collective, "Harbour Collective");
        Random chance = new Random(SEED);
        for (DemoEvent planned : DemoProgramme.events()) {
            make(actors.of(mara), collective, planned, chance);
        }
    }

    private void make(Actor mara, OrganizationId collective, DemoEvent planned, Random chance) {
        EventView event = acting.as(mara, () -> events.create(collective, details(planned)));
        List<TicketTypeView> made = planned.types().stream()
                .map(type -> acting.as(mara, () -> types.create(event, details(type))))
                .toList();
        acting.as(mara, () -> offers.make(event, made));
        List<TicketTypeView> open = made.stream().filter(type -> !type.hidden()).toList();
        if (planned.fate() == Fate.ON_SALE || planned.fate() == Fate.LIVE) {
            sell(mara, acting.as(mara, () -> events.publish(event.id())), open, planned, chance);
        }
    }

    private void sell(Actor mara, EventView event, List<TicketTypeView> open, DemoEvent planned, Random chance) {
        List<OrderView> orders = new ArrayList<>();
        for (int i = 0; i < planned.orders(); i++) {
            OrderView order = buyers.buy(event, open, chance);
            if (order != null) {
                orders.add(order);
            }
        }
        if (planned.fate() == Fate.LIVE) {
            acting.as(mara, () -> events.goLive(event.id()));
            orders.stream().skip(orders.size() / 3).forEach(order -> letIn(mara, event, order));
        } else if (planned.types().getFirst().price() > 0 && !orders.isEmpty()) {
            giveBack(mara, orders.getFirst());
        }
    }

    private void letIn(Actor mara, EventView event, OrderView order) {
        for (TicketView ticket :
                acting.as(mara, () -> tickets.ofOrder(order.id().value()))) {
            acting.as(
                    mara,
                    () -> checkIns.scan(
                            event.id().toString(), new Scan(ticket.qr(), "Main gate", "Phone at the gate", false)));
        }
    }

    private void giveBack(Actor mara, OrderView order) {
        if (acting.as(mara, () -> !tickets.ofOrder(order.id().value()).isEmpty())) {
            acting.as(mara, () -> ordering.refund(order.id(), "Could not come after all", null));
        }
    }

    /** What is live begins within the hour, wherever the clock stands. */
    private EventDetails details(DemoEvent planned) {
        ZoneId zone = ZoneId.of(planned.zone());
        EventDetails details = planned.details(LocalDate.now(clock.withZone(zone)));
        if (planned.fate() != Fate.LIVE) {
            return details;
        }
        LocalDateTime start = LocalDateTime.now(clock.withZone(zone))
                .plusMinutes(30)
                .withSecond(0)
                .withNano(0);
        return details.but()
                .startsAt(start)
                .endsAt(start.plusHours(planned.hours()))
                .build();
    }

    private static TicketTypeDetails details(DemoType type) {
        return new TicketTypeDetails(
                type.name(),
                type.description(),
                Money.of(type.price(), "EUR"),
                type.quantity(),
                6,
                null,
                null,
                null,
                type.hidden());
    }
}
