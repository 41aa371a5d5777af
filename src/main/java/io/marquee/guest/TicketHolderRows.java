package io.marquee.guest;

import io.marquee.audit.History;
import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.ticketing.TicketView;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of who comes with which ticket, many at a time. */
@Repository
class TicketHolderRows {
    private final JdbcClient jdbc;
    private final History history;
    private final Clock clock;

    TicketHolderRows(JdbcClient jdbc, History history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** Those of the addresses that are guests, or were. */
    Map<String, UUID> known(EventId event, Collection<String> emails) {
        String[] all = emails.toArray(String[]::new);
        return jdbc
                .sql("""
                        select email, id from guest.guests where event_id = ? and email = any (?)
                        union all select email, guest_id from guest.merged where event_id = ? and email = any (?)
                        """)
                .params(event.value(), all, event.value(), all)
                .query((row, n) -> Map.entry(row.getString(1), row.getObject(2, UUID.class)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (own, former) -> own));
    }

    /** Whose each ticket was when it was last looked at. */
    Map<UUID, UUID> before(Collection<UUID> orders) {
        return jdbc
                .sql("select ticket_id, guest_id from guest.tickets where order_id = any (?)")
                .param(orders.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Makes guests of people who are none yet, and are found by nothing until they are {@linkplain GuestRows#index indexed}. */
    void meet(EventView event, Map<String, String> namesByEmail) {
        List<String> emails = List.copyOf(namesByEmail.keySet());
        List<String> names = emails.stream().map(namesByEmail::get).toList();
        List<UUID> met = jdbc.sql("""
                        insert into guest.guests (id, event_id, organization_id, email, name, locale, state, since, sort, terms, created_at)
                        select n.id, :event, :organization, n.email, n.name, 'en', :state, :at, n.sort, '{}', :at
                          from unnest(:ids::uuid[], :emails::text[], :names::text[], :sorts::text[]) n (id, email, name, sort)
                        on conflict do nothing
                        returning id
                        """)
                .param("event", event.id().value())
                .param("organization", event.organization().value())
                .param("state", Wire.name(GuestState.INTERESTED))
                .param("at", Timestamp.from(clock.instant()))
                .param("ids", emails.stream().map(email -> Ids.next()).toArray(UUID[]::new))
                .param("emails", emails.toArray(String[]::new))
                .param("names", names.toArray(String[]::new))
                .param(
                        "sorts",
                        emails.stream()
                                .map(email -> Terms.sort(Objects.requireNonNull(namesByEmail.get(email)), email))
                                .toArray(String[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        History.Subject subject = new History.Subject("guest", event.id().value(), event.organization(), event.id());
        history.record(subject, met, null, GuestState.INTERESTED, null);
    }

    /**
     * Whoever has a ticket is going and takes no place of those without; whoever has none any more is what they were before.
     *
     * @param locked by this transaction
     * @param tickets how many each has now; none where it is not said
     */
    void count(List<GuestView> locked, Map<UUID, Integer> tickets) {
        record Change(GuestView seen, int tickets, GuestState to) {}
        List<Change> changes = locked.stream()
                .map(seen -> {
                    int now = tickets.getOrDefault(seen.id().value(), 0);
                    return new Change(seen, now, now > 0 ? GuestState.GOING : seen.withoutTickets());
                })
                .filter(change -> change.tickets() != change.seen().tickets()
                        || change.to() != change.seen().state())
                .toList();
        if (changes.isEmpty()) return;
        int counted = jdbc.sql("""
                        update guest.guests g
                           set tickets = n.tickets, state = n.state,
                               before_ticket = case when n.tickets = 0 then null when g.tickets = 0 then g.state else g.before_ticket end,
                               offer_until = case when n.state = 'offered' then g.offer_until end,
                               since = case when n.state = g.state then g.since else :at end,
                               answered_at = coalesce(g.answered_at, :at)
                          from unnest(:ids::uuid[], :tickets::int[], :states::text[]) n (id, tickets, state)
                         where g.id = n.id
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("ids", changes.stream().map(c -> c.seen().id().value()).toArray(UUID[]::new))
                .param("tickets", changes.stream().map(Change::tickets).toArray(Integer[]::new))
                .param("states", changes.stream().map(c -> Wire.name(c.to())).toArray(String[]::new))
                .update();
        if (counted != changes.size()) throw new IllegalStateException("a guest is gone");
        Actor by = Acting.current();
        history.record(changes.stream()
                .filter(change -> change.to() != change.seen().state())
                .map(change -> new History.Move(
                        GuestRows.subject(change.seen()),
                        change.seen().state(),
                        change.to(),
                        change.tickets() > 0 ? "ticket" : "ticket_gone",
                        by))
                .toList());
    }

    void remove(Collection<UUID> tickets) {
        jdbc.sql("delete from guest.tickets where ticket_id = any (?)")
                .param(tickets.toArray(UUID[]::new))
                .update();
    }

    /** @param guests by ticket */
    void put(List<TicketView> tickets, Map<UUID, UUID> guests) {
        jdbc.sql("""
                        insert into guest.tickets (ticket_id, order_id, guest_id, event_id, organization_id, ticket_type_id)
                        select n.ticket, n.bought, g.id, g.event_id, g.organization_id, n.type
                          from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[]) n (ticket, bought, guest, type)
                          join guest.guests g on g.id = n.guest
                        on conflict (ticket_id) do update set guest_id = excluded.guest_id
                        """)
                .params(
                        tickets.stream().map(ticket -> ticket.id().value()).toArray(UUID[]::new),
                        tickets.stream().map(TicketView::order).toArray(UUID[]::new),
                        tickets.stream()
                                .map(ticket -> guests.get(ticket.id().value()))
                                .toArray(UUID[]::new),
                        tickets.stream()
                                .map(ticket -> ticket.ticketType().value())
                                .toArray(UUID[]::new))
                .update();
    }

    /** How many tickets each of them has now; those without are left out. */
    Map<UUID, Integer> numbers(Collection<UUID> guests) {
        return jdbc
                .sql("select guest_id, count(*) from guest.tickets where guest_id = any (?) group by 1")
                .param(guests.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
