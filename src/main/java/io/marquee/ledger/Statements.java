package io.marquee.ledger;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The postings of an organization, one by one. */
@Component
@Transactional(readOnly = true)
public class Statements {
    private static final Timestamp BEGINNING = Timestamp.from(Instant.EPOCH);
    private static final Timestamp END = Timestamp.from(Instant.parse("9999-01-01T00:00:00Z"));

    private final JdbcClient jdbc;
    private final Access access;

    Statements(JdbcClient jdbc, Access access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    private record Position(Timestamp at, UUID id) {
        static final Position NEWEST = new Position(END, new UUID(-1, -1));

        /** @throws InvalidInput on a cursor that is not ours */
        static Position of(@Nullable String cursor) {
            try {
                String[] parts = cursor == null ? new String[0] : cursor.split("_", -1);
                return cursor == null
                        ? NEWEST
                        : new Position(Timestamp.from(Instant.parse(parts[0])), UUID.fromString(parts[1]));
            } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
                throw InvalidInput.at("cursor", "value");
            }
        }
    }

    /**
     * Newest first.
     *
     * @throws InvalidInput on a cursor that is not ours
     * @throws io.marquee.kernel.Refusal unless the actor may see its finances
     */
    public Slice<StatementEntry> of(
            OrganizationId organization, StatementFilter filter, @Nullable String cursor, int limit) {
        access.require(Permission.SEE_FINANCES, organization);
        Position after = Position.of(cursor);
        YearMonth month = filter.month();
        List<StatementEntry> found = jdbc.sql("""
                        select p.*, e.accounts, e.items, e.currencies, e.amounts
                        from ledger.postings p
                        cross join lateral (
                          select array_agg(account order by position) accounts, array_agg(item order by position) items,
                                 array_agg(currency order by position) currencies, array_agg(amount order by position) amounts
                          from ledger.entries where organization_id = p.organization_id and posting_id = p.id) e
                        where p.organization_id = :organization and (p.at, p.id) < (:at, :id)
                          and p.at >= :from and p.at < :until
                          and (:kind::text is null or p.cause_kind = :kind)
                        order by p.at desc, p.id desc
                        limit :limit
                        """)
                .param("organization", organization.value())
                .param("at", after.at())
                .param("id", after.id())
                .param("from", month == null ? BEGINNING : start(month))
                .param("until", month == null ? END : start(month.plusMonths(1)))
                .param("kind", filter.kind() == null ? null : Wire.name(filter.kind()))
                .param("limit", limit + 1)
                .query(Statements::entry)
                .list();
        return Slice.of(found, limit, entry -> entry.at() + "_" + entry.id());
    }

    private static Timestamp start(YearMonth month) {
        return Timestamp.from(month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static StatementEntry entry(ResultSet row, int number) throws SQLException {
        UUID event = row.getObject("event_id", UUID.class);
        return new StatementEntry(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                Wire.parse(Cause.Kind.class, row.getString("cause_kind")),
                row.getObject("cause_id", UUID.class),
                event == null ? null : EventId.of(event),
                row.getObject("order_id", UUID.class),
                row.getString("provider"),
                lines(row));
    }

    private static List<StatementEntry.Line> lines(ResultSet row) throws SQLException {
        String[] accounts = (String[]) row.getArray("accounts").getArray();
        UUID[] items = (UUID[]) row.getArray("items").getArray();
        String[] currencies = (String[]) row.getArray("currencies").getArray();
        Long[] amounts = (Long[]) row.getArray("amounts").getArray();
        List<StatementEntry.Line> lines = new ArrayList<>(accounts.length);
        for (int i = 0; i < accounts.length; i++) {
            Account account = Wire.parse(Account.class, accounts[i]);
            lines.add(new StatementEntry.Line(account, items[i], account.natural(Money.of(amounts[i], currencies[i]))));
        }
        return lines;
    }
}
