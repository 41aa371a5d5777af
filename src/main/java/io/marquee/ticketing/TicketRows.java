package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.seating.SeatName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of tickets. */
@Repository
class TicketRows {
    private static final String SELECT = """
            select id, event_id, organization_id, ticket_type_id, type_name, order_id, hold_id, position, state, serial,
                   key_id, signature, short_code, holder_name, holder_email, buyer_email, price_amount, currency,
                   held_by, seat_id, seat_section, seat_row, seat_label
              from ticketing.tickets
            """;

    private final JdbcClient jdbc;

    TicketRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One that is to be issued, signed.
     *
     * @param seat 0.. among the hold's seats of its type; without effect where nobody sits
     */
    record Signed(
            Tickets.Sale sale,
            Tickets.Admission admission,
            TicketId id,
            int key,
            byte[] signature,
            String shortCode,
            int seat) {}

    /** A move that was made. */
    record Moved(UUID id, TicketState from, OrganizationId organization, EventId event) {}

    /**
     * In one statement; those whose short code is another ticket's already are left out.
     *
     * @return those that are in
     */
    Map<TicketId, TicketState> insert(List<Signed> tickets, Instant at) {
        return jdbc
                .sql("""
                        insert into ticketing.tickets
                          (id, event_id, organization_id, ticket_type_id, type_name, order_id, hold_id, position, state,
                           serial, key_id, signature, short_code, holder_name, holder_email, buyer_email, price_amount,
                           currency, created_at, seat_id, seat_section, seat_row, seat_label)
                        select n.id, n.event, n.organization, n.type, t.name, n.order_id, n.hold, n.position,
                               case when t.stake and n.price > 0 then 'staked' else 'issued' end,
                               1, n.key, n.signature, n.code, n.name, n.email, n.buyer, n.price, n.currency, ?,
                               s.seat_id, s.section, s.row_label, s.label
                          from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                               n (event, organization, order_id, hold, buyer,
                                  id, type, position, key, signature, code, name, email, price, currency, seat)
                          join ticketing.ticket_types t on t.id = n.type
                          left join lateral (
                            select h.* from ticketing.hold_seats h
                             where h.hold_id = n.hold and h.ticket_type_id = n.type
                             order by h.position
                            offset n.seat limit 1) s on true
                        on conflict (event_id, short_code) do nothing
                        returning id, state
                        """)
                .params(
                        Timestamp.from(at),
                        column(tickets, t -> t.sale().event().value(), UUID[]::new),
                        column(tickets, t -> t.sale().organization().value(), UUID[]::new),
                        column(tickets, t -> t.sale().order(), UUID[]::new),
                        column(tickets, t -> t.sale().hold().value(), UUID[]::new),
                        column(tickets, t -> t.sale().buyerEmail(), String[]::new),
                        column(tickets, t -> t.id().value(), UUID[]::new),
                        column(tickets, t -> t.admission().ticketType().value(), UUID[]::new),
                        column(tickets, t -> t.admission().position(), Integer[]::new),
                        column(tickets, Signed::key, Integer[]::new),
                        column(tickets, Signed::signature, byte[][]::new),
                        column(tickets, Signed::shortCode, String[]::new),
                        column(tickets, t -> t.admission().holderName(), String[]::new),
                        column(tickets, t -> t.admission().holderEmail(), String[]::new),
                        column(tickets, t -> t.admission().price().amount(), Long[]::new),
                        column(tickets, t -> t.admission().price().currency().getCurrencyCode(), String[]::new),
                        column(tickets, Signed::seat, Integer[]::new))
                .query((row, n) -> Map.entry(
                        new TicketId(row.getObject(1, UUID.class)), Wire.parse(TicketState.class, row.getString(2))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static <T> T[] column(List<Signed> tickets, Function<Signed, T> part, IntFunction<T[]> array) {
        return tickets.stream().map(part).toArray(array);
    }

    List<TicketView> ofOrder(UUID order) {
        return jdbc.sql(SELECT + "where order_id = ? order by position")
                .param(order)
                .query(TicketRows::view)
                .list();
    }

    List<TicketView> ofOrders(Collection<UUID> orders) {
        return jdbc.sql(SELECT + "where order_id = any (?) order by order_id, position")
                .param(orders.toArray(UUID[]::new))
                .query(TicketRows::view)
                .list();
    }

    int countOfOrder(UUID order) {
        return jdbc.sql("select count(*) from ticketing.tickets where order_id = ?")
                .param(order)
                .query(Integer.class)
                .single();
    }

    /** Of each of them. */
    Map<UUID, Integer> countsOfOrders(Collection<UUID> orders) {
        return jdbc
                .sql("select order_id, count(*) from ticketing.tickets where order_id = any (?) group by order_id")
                .param(orders.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<TicketView> byIds(Collection<TicketId> ids) {
        return jdbc.sql(SELECT + "where id = any (?)")
                .param(ids.stream().map(TicketId::value).toArray(UUID[]::new))
                .query(TicketRows::view)
                .list();
    }

    Set<String> addresses(EventId event) {
        return jdbc.sql("""
                        select distinct holder_email from ticketing.tickets
                         where event_id = ? and state in ('issued', 'staked', 'checked_in', 'expired')
                        """)
                .param(event.value())
                .query((row, n) -> row.getString(1))
                .set();
    }

    Turnout turnout(EventId event) {
        return jdbc.sql("""
                        select count(*) filter (where state = 'checked_in'), count(*)
                          from ticketing.tickets
                         where event_id = ? and state in ('issued', 'staked', 'checked_in', 'expired', 'forfeited')
                        """)
                .param(event.value())
                .query((row, n) -> new Turnout(row.getInt(1), row.getInt(2)))
                .single();
    }

    /** @param email as bought with or as the holder's */
    List<TicketView> ofPerson(String email) {
        return jdbc.sql(SELECT
                        + "where buyer_email = ? or holder_email = ? order by created_at desc, position limit 500")
                .params(email, email)
                .query(TicketRows::view)
                .list();
    }

    /** Newest first. @param before the id of the one before */
    List<TicketView> ofPerson(String email, @Nullable UUID before, int limit) {
        return jdbc.sql(SELECT + """
                        where (buyer_email = ? or holder_email = ?)
                          and id < coalesce(?, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
                        order by id desc limit ?
                        """)
                .params(email, email)
                .param(before)
                .param(limit)
                .query(TicketRows::view)
                .list();
    }

    /** @param pattern for {@code ilike}; @param after the id of the one before */
    List<TicketView> ofEvent(EventId event, String pattern, String code, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + """
                        where event_id = ? and id > coalesce(?, '00000000-0000-0000-0000-000000000000'::uuid)
                          and (holder_name ilike ? or holder_email ilike ? or short_code ilike ?)
                        order by id limit ?
                        """)
                .param(event.value())
                .param(after)
                .params(pattern, pattern, code, limit)
                .query(TicketRows::view)
                .list();
    }

    int checkedIn(EventId event) {
        return jdbc.sql("select count(*) from ticketing.tickets where event_id = ? and state = 'checked_in'")
                .param(event.value())
                .query(Integer.class)
                .single();
    }

    @Nullable
    TicketView byShortCode(EventId event, String code) {
        return jdbc.sql(SELECT + "where event_id = ? and short_code = ?")
                .params(event.value(), code)
                .query(TicketRows::view)
                .optional()
                .orElse(null);
    }

    @Nullable
    TicketView byId(TicketId id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id.value())
                .query(TicketRows::view)
                .optional()
                .orElse(null);
    }

    /** The ticket whose short code this was before it was given away. */
    @Nullable
    TicketView byFormerCode(EventId event, String code) {
        return jdbc.sql(SELECT + """
                        where id = (select ticket_id from ticketing.transfers
                                     where event_id = ? and short_code = ? and state = 'accepted')
                        """)
                .params(event.value(), code)
                .query(TicketRows::view)
                .optional()
                .orElse(null);
    }

    /** It stays locked: what decides about it waits. */
    @Nullable
    TicketView lock(TicketId id) {
        return jdbc.sql(SELECT + "where id = ? for update")
                .param(id.value())
                .query(TicketRows::view)
                .optional()
                .orElse(null);
    }

    /**
     * The compare-and-set of admissions: of these codes, not of ones that were given away meanwhile. Locked in the order of their ids,
     * so that gates which let in the same people at once do not wait for each other crosswise.
     */
    List<Moved> admit(List<TicketView> seen) {
        return jdbc.sql("""
                        with seen as materialized (
                          select t.id, s.serial, s.late
                            from unnest(?, ?, ?) s (id, serial, late) join ticketing.tickets t on t.id = s.id
                           order by t.id for update of t)
                        update ticketing.tickets t set state = 'checked_in'
                          from seen
                         where t.id = seen.id and t.serial = seen.serial
                           and (t.state in ('issued', 'staked') or seen.late and t.state = 'forfeited')
                        returning t.id, old.state, t.organization_id, t.event_id
                        """)
                .params(
                        seen.stream().map(ticket -> ticket.id().value()).toArray(UUID[]::new),
                        seen.stream().map(TicketView::serial).toArray(Integer[]::new),
                        seen.stream()
                                .map(ticket -> ticket.state() == TicketState.FORFEITED)
                                .toArray(Boolean[]::new))
                .query(TicketRows::moved)
                .list();
    }

    /** Those that nobody came with, in the order of their ids, and no others' way: whoever decides about one now is left to. */
    List<UUID> staked(EventId event, int limit) {
        return jdbc.sql("""
                        select id from ticketing.tickets where event_id = ? and state = 'staked'
                        order by id limit ? for update skip locked
                        """)
                .params(event.value(), limit)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** A hold that has no tickets yet changes none. */
    void announce(HoldId hold) {
        jdbc.sql("update ticketing.tickets set changed_by = pg_current_xact_id() where hold_id = ?")
                .param(hold.value())
                .update();
    }

    /** What a ticket is again when it was not admitted after all. */
    TicketState unused(TicketId ticket) {
        return jdbc.sql("""
                        select case when t.stake and k.price_amount > 0 then 'staked' else 'issued' end
                        from ticketing.tickets k join ticketing.ticket_types t on t.id = k.ticket_type_id
                        where k.id = ?
                        """)
                .param(ticket.value())
                .query((row, n) -> Wire.parse(TicketState.class, row.getString(1)))
                .optional()
                .orElse(TicketState.ISSUED);
    }

    /** The compare-and-set. */
    List<Moved> move(List<UUID> tickets, Set<TicketState> from, TicketState to) {
        return jdbc.sql("""
                        update ticketing.tickets set state = ? where id = any (?) and state = any (?)
                        returning id, old.state, organization_id, event_id
                        """)
                .params(
                        Wire.name(to),
                        tickets.toArray(UUID[]::new),
                        from.stream().map(Wire::name).toArray(String[]::new))
                .query(TicketRows::moved)
                .list();
    }

    /** A ticket's seat and the hold that has it. */
    record Seated(UUID hold, UUID seat) {}

    /** Those of them that have a seat still. */
    List<Seated> seated(List<UUID> tickets) {
        return jdbc.sql("""
                        select hold_id, seat_id from ticketing.tickets
                         where id = any (?) and seat_id is not null and returned_at is null
                        """)
                .param(tickets.toArray(UUID[]::new))
                .query((row, n) -> new Seated(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    private static Moved moved(ResultSet row, int n) throws SQLException {
        return new Moved(
                row.getObject(1, UUID.class),
                Wire.parse(TicketState.class, row.getString(2)),
                new OrganizationId(row.getObject(3, UUID.class)),
                new EventId(row.getObject(4, UUID.class)));
    }

    void giveUp(List<UUID> tickets, boolean returnStock, Instant at) {
        jdbc.sql("select from ticketing.give_up(?, ?, ?)")
                .params(tickets.toArray(UUID[]::new), returnStock, Timestamp.from(at))
                .query(row -> {});
    }

    private static TicketView view(ResultSet row, int n) throws SQLException {
        TicketId id = new TicketId(row.getObject("id", UUID.class));
        EventId event = new EventId(row.getObject("event_id", UUID.class));
        int serial = row.getInt("serial");
        return new TicketView(
                id,
                event,
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                row.getObject("order_id", UUID.class),
                new HoldId(row.getObject("hold_id", UUID.class)),
                new TicketTypeId(row.getObject("ticket_type_id", UUID.class)),
                row.getString("type_name"),
                row.getInt("position"),
                Wire.parse(TicketState.class, row.getString("state")),
                serial,
                row.getString("short_code"),
                TicketCode.of(row.getInt("key_id"), event, id, serial, row.getBytes("signature"))
                        .text(),
                row.getString("holder_name"),
                row.getString("holder_email"),
                row.getString("buyer_email"),
                Money.of(row.getLong("price_amount"), row.getString("currency")),
                row.getObject("held_by", UUID.class),
                seat(row));
    }

    static @Nullable SeatName seat(ResultSet row) throws SQLException {
        UUID seat = row.getObject("seat_id", UUID.class);
        return seat == null
                ? null
                : new SeatName(
                        seat, row.getString("seat_section"), row.getString("seat_row"), row.getString("seat_label"));
    }
}
