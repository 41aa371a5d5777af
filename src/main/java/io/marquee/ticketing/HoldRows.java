package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.pricing.QuoteJson;
import io.marquee.seating.SeatName;
import io.marquee.ticketing.TicketsRefused.CodePersonLimit;
import io.marquee.ticketing.TicketsRefused.PersonLimit;
import io.marquee.ticketing.TicketsRefused.RegistrationClosed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of holds, and the functions in the database that move stock for them. */
@Repository
class HoldRows {
    private static final String SELECT = """
            select h.id, h.event_id, h.organization_id, h.state, h.created_at, h.expires_at,
                   l.ticket_type_id, l.name, l.quantity, l.price_amount, l.currency, l.quote,
                   %s
              from ticketing.holds h join ticketing.hold_lines l on l.hold_id = h.id
            """.formatted(SeatsColumn.of("h.id"));

    private static final String EVENT_IS_CLOSED = "MQ004";

    private final JdbcClient jdbc;

    HoldRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<HoldView> find(HoldId id) {
        return jdbc.sql(SELECT + "where h.id = ? order by l.position")
                .param(id.value())
                .query(HoldRows::view);
    }

    /** A hold that is to be written, and what it draws on beside its types. */
    record Draft(HoldView hold, List<Priced.Draw> draws) {}

    /**
     * Takes each with all it wants or not at all, and commits, in one round trip.
     *
     * @param drafts of this event, in order of arrival, with the same times
     * @return the numbers of those that were taken, from 0
     * @throws RegistrationClosed when somebody closes the event in this moment
     */
    Set<Integer> take(EventId event, OrganizationId organization, List<Draft> drafts) {
        try {
            return taken(event, organization, drafts);
        } catch (DataAccessException e) {
            boolean closed =
                    e.getMostSpecificCause() instanceof SQLException sql && EVENT_IS_CLOSED.equals(sql.getSQLState());
            throw closed ? new RegistrationClosed() : e;
        }
    }

    private Set<Integer> taken(EventId event, OrganizationId organization, List<Draft> drafts) {
        Column<HoldView.Line> lines = Column.of(drafts, draft -> draft.hold().items());
        Column<Priced.Draw> draws = Column.of(drafts, Draft::draws);
        HoldView first = drafts.getFirst().hold();
        Integer[] taken = jdbc.sql("select ticketing.take_all(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        event.value(),
                        organization.value(),
                        drafts.stream().map(draft -> draft.hold().id().value()).toArray(UUID[]::new),
                        Timestamp.from(first.createdAt()),
                        Timestamp.from(first.expiresAt()),
                        lines.numbers(),
                        lines.of(l -> l.ticketType().value(), UUID[]::new),
                        lines.of(l -> l.name(), String[]::new),
                        lines.of(l -> l.quantity(), Integer[]::new),
                        lines.of(l -> l.price().amount(), Long[]::new),
                        lines.of(l -> l.price().currency().getCurrencyCode(), String[]::new),
                        lines.of(l -> QuoteJson.write(l.cost()), String[]::new),
                        draws.numbers(),
                        draws.of(d -> d.quota(), UUID[]::new),
                        draws.of(d -> d.quantity(), Integer[]::new))
                .query((row, n) -> (Integer[]) row.getArray(1).getArray())
                .single();
        return Arrays.stream(taken).map(number -> number - 1).collect(Collectors.toSet());
    }

    /**
     * Makes it a person's.
     *
     * @return false when it has ended
     * @throws PersonLimit
     */
    boolean claim(HoldView hold, String buyer, Instant at) {
        record Claim(boolean claimed, @Nullable UUID overLimit) {}
        Claim claim = jdbc.sql("select claimed, over_limit from ticketing.claim(?, ?, ?)")
                .params(hold.id().value(), buyer, Timestamp.from(at))
                .query((row, n) -> new Claim(row.getBoolean(1), row.getObject(2, UUID.class)))
                .single();
        if (claim.overLimit() != null) throw personLimit(claim.overLimit());
        return claim.claimed();
    }

    /** @return those that were sold */
    Set<HoldId> sell(List<HoldId> holds, List<String> buyers, Instant at) {
        UUID[] sold = jdbc.sql("select ticketing.sell(?, ?, ?)")
                .params(
                        holds.stream().map(HoldId::value).toArray(UUID[]::new),
                        buyers.toArray(String[]::new),
                        Timestamp.from(at))
                .query((row, n) -> (UUID[]) row.getArray(1).getArray())
                .single();
        return Arrays.stream(sold).map(HoldId::new).collect(Collectors.toSet());
    }

    /** @param of a type, or a code's quota */
    private TicketsRefused personLimit(UUID of) {
        return jdbc.sql("""
                        select name, max_per_person from ticketing.ticket_types where id = ?
                         union all
                        select null, per_person from ticketing.quotas where id = ? and kind = 'code'
                        """)
                .params(of, of)
                .query((row, n) -> row.getString(1) == null
                        ? new CodePersonLimit(row.getInt(2))
                        : new PersonLimit(row.getString(1), row.getInt(2)))
                .single();
    }

    /** Whose it is, if it is active and somebody's. It stays locked. */
    Optional<String> lockedBuyer(HoldId id) {
        return jdbc.sql("select coalesce(buyer, '') from ticketing.holds where id = ? and state = 'active' for update")
                .param(id.value())
                .query((row, n) -> row.getString(1))
                .optional()
                .filter(buyer -> !buyer.isEmpty());
    }

    /** @return false when it was not active any more */
    boolean keepUntil(HoldId id, Instant until) {
        return jdbc.sql("update ticketing.holds set expires_at = ? where id = ? and state = 'active'")
                        .params(Timestamp.from(until), id.value())
                        .update()
                == 1;
    }

    List<UUID> lockActive(EventId event) {
        return jdbc.sql(
                        "select id from ticketing.holds where event_id = ? and state = 'active' order by expires_at, id for update")
                .param(event.value())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** The compare-and-set. One on somebody's ticket is consumed with that ticket only. @return the holds that moved */
    List<UUID> move(List<UUID> holds, HoldState from, HoldState to) {
        return jdbc.sql("""
                        update ticketing.holds set state = :to
                         where id = any (:holds) and state = :from and not (resale and :to = 'consumed')
                        returning id
                        """)
                .param("to", Wire.name(to))
                .param("holds", holds.toArray(UUID[]::new))
                .param("from", Wire.name(from))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    void giveBack(List<UUID> holds) {
        jdbc.sql("select from ticketing.give_back(?)")
                .param(holds.toArray(UUID[]::new))
                .query(row -> {});
    }

    int settle(List<UUID> holds, Instant at) {
        return jdbc.sql("select ticketing.settle(?, ?)")
                .params(holds.toArray(UUID[]::new), Timestamp.from(at))
                .query(Integer.class)
                .single();
    }

    private static Optional<HoldView> view(ResultSet rows) throws SQLException {
        if (!rows.next()) return Optional.empty();
        HoldId id = new HoldId(rows.getObject("id", UUID.class));
        EventId event = new EventId(rows.getObject("event_id", UUID.class));
        OrganizationId organization = new OrganizationId(rows.getObject("organization_id", UUID.class));
        HoldState state = Wire.parse(HoldState.class, rows.getString("state"));
        Instant created = rows.getTimestamp("created_at").toInstant();
        Instant expires = rows.getTimestamp("expires_at").toInstant();
        List<SeatName> seats = SeatsColumn.read(rows.getArray("seats"));
        List<HoldView.Line> lines = new ArrayList<>();
        do {
            lines.add(line(rows));
        } while (rows.next());
        return Optional.of(
                new HoldView(id, event, organization, state, created, expires, lines, HoldView.total(lines), seats));
    }

    private static HoldView.Line line(ResultSet row) throws SQLException {
        return new HoldView.Line(
                new TicketTypeId(row.getObject("ticket_type_id", UUID.class)),
                row.getString("name"),
                QuoteJson.read(
                        row.getObject("ticket_type_id", UUID.class),
                        row.getInt("quantity"),
                        Money.of(row.getLong("price_amount"), row.getString("currency")),
                        row.getString("quote")));
    }

    /** What several drafts have, in a row, each with the number of its draft from 1. */
    private record Column<T>(List<Integer> drafts, List<T> items) {
        static <T> Column<T> of(List<Draft> drafts, Function<Draft, List<T>> part) {
            List<Integer> numbers = new ArrayList<>();
            List<T> items = new ArrayList<>();
            for (int n = 0; n < drafts.size(); n++) {
                for (T item : part.apply(drafts.get(n))) {
                    numbers.add(n + 1);
                    items.add(item);
                }
            }
            return new Column<>(numbers, items);
        }

        Integer[] numbers() {
            return drafts.toArray(Integer[]::new);
        }

        <V extends @Nullable Object> V[] of(Function<T, V> part, IntFunction<V[]> array) {
            return items.stream().map(part).toArray(array);
        }
    }
}
