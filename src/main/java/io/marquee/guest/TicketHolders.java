package io.marquee.guest;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has the guests follow the tickets: whoever holds a valid one is going, and whose last one is gone is what they were before. It
 * looks at the tickets of an order as they are now, so that it may come late and twice.
 */
@Component
class TicketHolders {
    private final TicketReads tickets;
    private final EventReads events;
    private final GuestRows rows;
    private final Moments moments;
    private final Acting acting;
    private final JdbcClient jdbc;
    private final Clock clock;

    TicketHolders(
            TicketReads tickets,
            EventReads events,
            GuestRows rows,
            Moments moments,
            Acting acting,
            JdbcClient jdbc,
            Clock clock) {
        this.tickets = tickets;
        this.events = events;
        this.rows = rows;
        this.moments = moments;
        this.acting = acting;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In a transaction of the caller's. */
    void follow(UUID order, EventId event, OrganizationId organization) {
        acting.asSystem(organization, () -> {
            Map<UUID, TicketView> valid = tickets.ofOrder(order).stream()
                    .filter(TicketHolders::admits)
                    .collect(Collectors.toMap(ticket -> ticket.id().value(), Function.identity()));
            EventView shown = events.byId(event);
            valid.values().stream()
                    .collect(Collectors.toMap(
                            TicketView::holderEmail, TicketView::holderName, (a, b) -> a, TreeMap::new))
                    .forEach((email, name) ->
                            rows.insert(Guests.fresh(shown, email, name, GuestState.INTERESTED, clock.instant())));
            Map<String, UUID> holders = holders(
                    event,
                    valid.values().stream()
                            .map(TicketView::holderEmail)
                            .distinct()
                            .toList());
            Set<UUID> concerned = new TreeSet<>(holders.values());
            Map<UUID, UUID> before = before(order);
            concerned.addAll(before.values());
            Map<UUID, GuestView> locked = rows.locked(event, concerned).stream()
                    .collect(Collectors.toMap(guest -> guest.id().value(), Function.identity()));
            before.forEach((ticket, guest) -> {
                TicketView now = valid.get(ticket);
                if (now == null || !guest.equals(holders.get(now.holderEmail()))) lost(ticket, locked.get(guest));
            });
            valid.forEach((id, ticket) -> {
                UUID guest = Objects.requireNonNull(holders.get(ticket.holderEmail()));
                if (!guest.equals(before.get(id))) got(ticket, locked.get(guest));
            });
            locked.values().forEach(this::count);
            rows.index(concerned);
        });
    }

    private static boolean admits(TicketView ticket) {
        boolean valid = switch (ticket.state()) {
            case ISSUED, STAKED, CHECKED_IN, EXPIRED, FORFEITED -> true;
            case PENDING_APPROVAL, DECLINED, CANCELLED, REFUNDED -> false;
        };
        // who gave no address at the box office is nobody in particular
        return valid && !ticket.holderEmail().endsWith(".invalid");
    }

    private Map<String, UUID> holders(EventId event, List<String> emails) {
        return jdbc
                .sql("select email, id from guest.guests where event_id = ? and email = any (?)")
                .params(event.value(), emails.toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString(1), row.getObject(2, UUID.class)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<UUID, UUID> before(UUID order) {
        return jdbc
                .sql("select ticket_id, guest_id from guest.tickets where order_id = ?")
                .param(order)
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void got(TicketView ticket, @Nullable GuestView guest) {
        if (guest == null) return;
        jdbc.sql("""
                        insert into guest.tickets (ticket_id, order_id, guest_id, event_id, organization_id, ticket_type_id)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (ticket_id) do update set guest_id = excluded.guest_id
                        """)
                .params(
                        ticket.id().value(),
                        ticket.order(),
                        guest.id().value(),
                        guest.event().value(),
                        guest.organization().value(),
                        ticket.ticketType().value())
                .update();
        moments.add(guest, Moments.Kind.BOUGHT, ticket.ticketTypeName());
    }

    private void lost(UUID ticket, @Nullable GuestView guest) {
        jdbc.sql("delete from guest.tickets where ticket_id = ?").param(ticket).update();
        if (guest != null) moments.add(guest, Moments.Kind.TICKET_GONE, "");
    }

    /** The number first: a guest with a ticket takes no place of those without. */
    private void count(GuestView guest) {
        int now = jdbc.sql("select count(*) from guest.tickets where guest_id = ?")
                .param(guest.id().value())
                .query(Integer.class)
                .single();
        GuestState to = now > 0
                ? GuestState.GOING
                : guest.tickets() > 0 && guest.state() == GuestState.GOING ? back(guest) : guest.state();
        if (now == guest.tickets() && to == guest.state()) return;
        int counted = jdbc.sql("""
                        update guest.guests set tickets = :now,
                               before_ticket = case when :now = 0 then null when tickets = 0 then :before else before_ticket end,
                               answered_at = coalesce(answered_at, :at)
                        where id = :id
                        """)
                .param("now", now)
                .param("before", Wire.name(guest.state()))
                .param("at", Timestamp.from(clock.instant()))
                .param("id", guest.id().value())
                .update();
        if (counted != 1) throw new IllegalStateException("a guest is gone");
        if (to != guest.state()) {
            GuestView counting = Objects.requireNonNull(rows.byId(guest.id()));
            rows.move(counting, to, counting.plusOnes(), null, now > 0 ? "ticket" : "ticket_gone");
        }
    }

    /** Whoever came by the ticket alone is not going; else they are what they were. */
    private static GuestState back(GuestView guest) {
        GuestState before = guest.beforeTicket();
        boolean said = before == GuestState.INVITED || before == GuestState.MAYBE;
        return said && before != null ? before : GuestState.NOT_GOING;
    }
}
