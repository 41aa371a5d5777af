package io.marquee.guest;

import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.TicketTypeReads;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An event's guests, by name. A search goes through {@code guest.terms}, whose index PostgreSQL may use beneath row-level security
 * since comparing text leaks nothing.
 */
@Component
public class GuestList {
    private final JdbcClient jdbc;
    private final TicketTypeReads types;
    private final GuestCounts counts;
    private final Access access;

    GuestList(JdbcClient jdbc, TicketTypeReads types, GuestCounts counts, Access access) {
        this.jdbc = jdbc;
        this.types = types;
        this.counts = counts;
        this.access = access;
    }

    /** @param cursor null for the first ones; one that we did not make starts at the beginning */
    @Transactional(readOnly = true)
    public Slice<GuestView> page(EventView event, GuestFilter filter, @Nullable String cursor, int limit) {
        access.require(Permission.SEE_GUESTS, event.organization(), event.id());
        record Found(GuestView guest, String sort) {}
        Query query = new Query("select " + GuestRows.COLUMNS + ", g.sort", event, filter);
        Cursor after = Cursor.of(cursor);
        if (after != null) query.after(after);
        alone();
        List<Found> found = query.statement(jdbc, query.order() + " limit " + (limit + 1))
                .query((row, n) -> new Found(GuestRows.map(row, n), row.getString("sort")))
                .list();
        return Slice.of(
                        found,
                        limit,
                        one -> new Cursor(one.sort(), one.guest().id().value()).text())
                .map(Found::guest);
    }

    /** For a page of fifty others take longer to be called than they save, most of all where everybody is busy. */
    private void alone() {
        jdbc.sql("select set_config('max_parallel_workers_per_gather', '0', true)")
                .query(String.class)
                .single();
    }

    /** The ids of those that are meant, in order. @param after only what comes after it; null for all */
    @Transactional(readOnly = true)
    public List<UUID> ids(EventView event, GuestFilter filter, @Nullable UUID after, int most) {
        access.require(Permission.SEE_GUESTS, event.organization(), event.id());
        Query query = new Query("select g.id", event, filter);
        if (after != null) query.and("g.id > ?", after);
        return query.statement(jdbc, " order by g.id limit " + most)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** How many {@link #ids} would find after this one. */
    @Transactional(readOnly = true)
    public int count(EventView event, GuestFilter filter, UUID after) {
        access.require(Permission.SEE_GUESTS, event.organization(), event.id());
        Query query = new Query("select count(*)", event, filter);
        query.and("g.id > ?", after);
        return query.statement(jdbc, "").query(Integer.class).single();
    }

    /** How many there are in each state; of {@linkplain #isLate long} lists as they were up to some seconds ago, but for one's own changes. */
    @Transactional(readOnly = true)
    public Map<GuestState, Integer> counts(EventView event) {
        access.require(Permission.SEE_GUESTS, event.organization(), event.id());
        return counts.of(event.id());
    }

    /** Whether what {@link #counts} says of so many may be some seconds old. */
    public static boolean isLate(int all) {
        return GuestCounts.isLate(all);
    }

    /** The tags in use, in order. */
    @Transactional(readOnly = true)
    public List<String> tags(EventView event) {
        return terms(event, "#").stream().map(term -> term.substring(1)).toList();
    }

    /** The ticket types that guests hold, with their names. */
    @Transactional(readOnly = true)
    public Map<UUID, String> ticketTypes(EventView event) {
        List<TicketTypeId> held = terms(event, "=").stream()
                .map(term -> new TicketTypeId(UUID.fromString(term.substring(1))))
                .toList();
        Map<UUID, String> names = new LinkedHashMap<>();
        types.byIds(held).forEach((id, type) -> names.put(id.value(), type.name()));
        return names;
    }

    /** One entry of the index after the other: there are few, however many guests have them. */
    private List<String> terms(EventView event, String first) {
        access.require(Permission.SEE_GUESTS, event.organization(), event.id());
        return jdbc.sql("""
                        with recursive terms (term) as (
                          (select term from guest.terms where event_id = :event and term >= :first and term < :end order by term limit 1)
                          union all
                          select (select t.term from guest.terms t where t.event_id = :event and t.term > terms.term and t.term < :end
                                   order by t.term limit 1)
                          from terms where terms.term is not null)
                        select term from terms where term is not null limit 200
                        """)
                .param("event", event.id().value())
                .param("first", first)
                .param("end", Terms.after(first))
                .query((row, n) -> row.getString(1))
                .list();
    }

    private record Cursor(String sort, UUID id) {
        static @Nullable Cursor of(@Nullable String text) {
            if (text == null) return null;
            try {
                String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                return new Cursor(plain.substring(37).replace("\0", ""), UUID.fromString(plain.substring(0, 36)));
            } catch (IllegalArgumentException | StringIndexOutOfBoundsException notOurs) {
                return null;
            }
        }

        String text() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((id + " " + sort).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A statement that grows with the filter. */
    private static final class Query {
        private static final String HAS =
                "g.id in (select t.guest_id from guest.terms t where t.event_id = ? and t.term %s)";

        private final StringBuilder sql;
        private final List<Object> parameters = new ArrayList<>();
        private final @Nullable GuestState state;

        Query(String select, EventView event, GuestFilter filter) {
            sql = new StringBuilder(select).append(" from guest.guests g where g.event_id = ?");
            UUID id = event.id().value();
            parameters.add(id);
            state = filter.state();
            // as a range, and in the order: PostgreSQL then reads the index that begins with it, however few there are
            if (state != null) and("g.state >= ? and g.state <= ?", Wire.name(state), Wire.name(state));
            else and("g.state <> 'removed'");
            Terms.searched(filter.words())
                    .forEach(word -> and(HAS.formatted(">= ? and t.term < ?"), id, word, Terms.after(word)));
            if (!filter.tag().isEmpty()) and(HAS.formatted("= ?"), id, Terms.tag(filter.tag()));
            if (filter.ticketType() != null) and(HAS.formatted("= ?"), id, Terms.type(filter.ticketType()));
        }

        String order() {
            return state == null ? " order by g.sort, g.id" : " order by g.state, g.sort, g.id";
        }

        void after(Cursor one) {
            if (state == null) and("(g.sort, g.id) > (?, ?)", one.sort(), one.id());
            else and("(g.state, g.sort, g.id) > (?, ?, ?)", Wire.name(state), one.sort(), one.id());
        }

        void and(String condition, Object... values) {
            sql.append(" and ").append(condition);
            parameters.addAll(List.of(values));
        }

        JdbcClient.StatementSpec statement(JdbcClient jdbc, String end) {
            return jdbc.sql(sql + end).params(parameters);
        }
    }
}
