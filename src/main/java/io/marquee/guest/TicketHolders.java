package io.marquee.guest;

import io.marquee.event.EventReads;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Has the guests follow the tickets: whoever holds a valid one is going, and whose last one is gone is what they were before. It
 * looks at the tickets of orders as they are now, so that it may come late and twice, and at many orders at once, since in a rush
 * there are many.
 */
@Component
class TicketHolders {
    private final TicketReads tickets;
    private final EventReads events;
    private final GuestRows rows;
    private final Moments moments;
    private final Acting acting;
    private final TicketHolderRows held;

    TicketHolders(
            TicketReads tickets,
            EventReads events,
            GuestRows rows,
            Moments moments,
            Acting acting,
            TicketHolderRows held) {
        this.tickets = tickets;
        this.events = events;
        this.rows = rows;
        this.moments = moments;
        this.acting = acting;
        this.held = held;
    }

    /** Orders of one event, in a transaction of the caller's. */
    void follow(EventId event, OrganizationId organization, Collection<UUID> orders) {
        acting.asSystem(organization, () -> {
            Map<UUID, TicketView> valid = tickets.ofOrders(orders).stream()
                    .filter(TicketHolders::admits)
                    .collect(Collectors.toMap(ticket -> ticket.id().value(), ticket -> ticket));
            Map<UUID, UUID> now = holders(event, valid);
            Map<UUID, UUID> before = held.before(orders);
            Set<UUID> concerned = new TreeSet<>(now.values());
            concerned.addAll(before.values());
            List<GuestView> locked = rows.locked(event, concerned);
            // one of them became another in this moment: whose the tickets are is looked up anew
            if (locked.size() != concerned.size()) throw new GuestRefused.Moved();
            lost(without(before, now));
            got(without(now, before), valid);
            held.count(locked, held.numbers(concerned));
            rows.index(concerned);
        });
    }

    /** The pairs of the one that are not in the other. */
    private static Map<UUID, UUID> without(Map<UUID, UUID> some, Map<UUID, UUID> others) {
        return some.entrySet().stream()
                .filter(pair -> !pair.getValue().equals(others.get(pair.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean admits(TicketView ticket) {
        // who gave no address at the box office is nobody in particular
        return ticket.state().admits() && !ticket.holderEmail().endsWith(".invalid");
    }

    /** By ticket; whoever is no guest yet becomes one. */
    private Map<UUID, UUID> holders(EventId event, Map<UUID, TicketView> valid) {
        Map<String, String> names = valid.values().stream()
                .collect(Collectors.toMap(TicketView::holderEmail, TicketView::holderName, (a, b) -> a, TreeMap::new));
        Map<String, UUID> known = held.known(event, names.keySet());
        if (known.size() < names.size()) {
            names.keySet().removeAll(known.keySet());
            held.meet(events.byId(event), names);
            known.putAll(held.known(event, names.keySet()));
        }
        return valid.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        ticket -> Objects.requireNonNull(
                                known.get(ticket.getValue().holderEmail()))));
    }

    private void lost(Map<UUID, UUID> gone) {
        if (gone.isEmpty()) return;
        held.remove(gone.keySet());
        moments.add(gone.values(), Moments.Kind.TICKET_GONE, "");
    }

    private void got(Map<UUID, UUID> fresh, Map<UUID, TicketView> valid) {
        if (fresh.isEmpty()) return;
        List<TicketView> some = valid.values().stream()
                .filter(ticket -> fresh.containsKey(ticket.id().value()))
                .toList();
        held.put(some, fresh);
        record Got(UUID guest, String type) {}
        some.stream()
                .collect(Collectors.groupingBy(
                        ticket -> new Got(
                                Objects.requireNonNull(fresh.get(ticket.id().value())), ticket.ticketTypeName()),
                        Collectors.mapping(ticket -> ticket.id().value(), Collectors.toList())))
                .forEach((got, ids) -> moments.add(List.of(got.guest()), Moments.Kind.BOUGHT, got.type(), ids));
    }
}
