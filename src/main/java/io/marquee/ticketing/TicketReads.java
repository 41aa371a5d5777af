package io.marquee.ticketing;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.ShortCode;
import io.marquee.kernel.Slice;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What others may read of tickets, as the actor's rows allow. */
@Component
public class TicketReads {
    private final TicketRows rows;
    private final EventReads events;

    TicketReads(TicketRows rows, EventReads events) {
        this.rows = rows;
        this.events = events;
    }

    /** By position. */
    @Transactional(readOnly = true)
    public List<TicketView> ofOrder(UUID order) {
        return rows.ofOrder(order);
    }

    /** Order by order, by position. */
    @Transactional(readOnly = true)
    public List<TicketView> ofOrders(Collection<UUID> orders) {
        return rows.ofOrders(orders);
    }

    /** How many tickets an order has. */
    @Transactional(readOnly = true)
    public int countOfOrder(UUID order) {
        return rows.countOfOrder(order);
    }

    /** The same of several. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> countsOfOrders(Collection<UUID> orders) {
        return orders.isEmpty() ? Map.of() : rows.countsOfOrders(orders);
    }

    /** Those of them that there are and that the actor may see. */
    @Transactional(readOnly = true)
    public Map<TicketId, TicketView> byIds(Collection<TicketId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : rows.byIds(ids).stream().collect(Collectors.toUnmodifiableMap(TicketView::id, Function.identity()));
    }

    /** Reads an index entry for each ticket: whoever shows it often keeps it for some seconds. */
    @Transactional(readOnly = true)
    public Turnout turnout(EventId event) {
        return rows.turnout(event);
    }

    /** Those that the acting person bought or holds, soonest event first. */
    @Transactional(readOnly = true)
    public List<TicketView> mine() {
        if (!(Acting.current() instanceof Actor.Person person) || person.verifiedEmail() == null) return List.of();
        List<TicketView> tickets = rows.ofPerson(person.verifiedEmail());
        Map<EventId, EventView> seen =
                events.byIds(tickets.stream().map(TicketView::event).distinct().toList());
        return tickets.stream()
                .sorted(Comparator.comparing(ticket -> start(seen.get(ticket.event()))))
                .toList();
    }

    /** The same, newest first. @throws io.marquee.kernel.InvalidInput on a cursor that is not ours */
    @Transactional(readOnly = true)
    public Slice<TicketView> mine(@Nullable String cursor, int limit) {
        UUID before = after(cursor);
        if (!(Acting.current() instanceof Actor.Person person) || person.verifiedEmail() == null) {
            return new Slice<>(List.of(), null);
        }
        List<TicketView> found = rows.ofPerson(person.verifiedEmail(), before, limit + 1);
        return Slice.of(found, limit, ticket -> ticket.id().toString());
    }

    /** An event that the person no longer sees comes last. */
    private static Instant start(@Nullable EventView event) {
        return event == null ? Instant.MAX : event.startsAt();
    }

    /** The addresses of those who hold a ticket of it now, or did when it ended, each once. */
    @Transactional(readOnly = true)
    public Set<String> addresses(EventId event) {
        return rows.addresses(event);
    }

    /** @param query part of a holder's name, address or short code; blank for all */
    @Transactional(readOnly = true)
    public Slice<TicketView> ofEvent(EventId event, String query, @Nullable String cursor, int limit) {
        String words = escaped(query.strip());
        List<TicketView> found = rows.ofEvent(
                event, "%" + words + "%", "%" + escaped(ShortCode.normalise(query)) + "%", after(cursor), limit + 1);
        return Slice.of(found, limit, ticket -> ticket.id().toString());
    }

    /** @return null when the event has no such ticket */
    @Transactional(readOnly = true)
    public @Nullable TicketView byShortCode(EventId event, String code) {
        String normalised = ShortCode.normalise(code);
        return ShortCode.isValid(normalised) ? rows.byShortCode(event, normalised) : null;
    }

    /** The ticket whose code this was until it was given away. @return null when it is none's */
    @Transactional(readOnly = true)
    public @Nullable TicketView byFormerCode(EventId event, String code) {
        String normalised = ShortCode.normalise(code);
        return ShortCode.isValid(normalised) ? rows.byFormerCode(event, normalised) : null;
    }

    @Transactional(readOnly = true)
    public @Nullable TicketView byId(TicketId id) {
        return rows.byId(id);
    }

    /** How many were admitted at least once. It reads an index alone: live pages ask every second. */
    @Transactional(readOnly = true)
    public int checkedIn(EventId event) {
        return rows.checkedIn(event);
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** A cursor that we did not make starts at the beginning. */
    private static @Nullable UUID after(@Nullable String cursor) {
        try {
            return cursor == null ? null : UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
