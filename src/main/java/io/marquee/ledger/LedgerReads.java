package io.marquee.ledger;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sums over the books, up to the moment of asking. They read the sub-totals and the few postings that are in none yet, in one
 * statement, and so in one snapshot.
 */
@Component
@Transactional(readOnly = true)
public class LedgerReads {
    private static final String SUMS = """
            select account, cause_kind, item, currency, month, sum(amount)::bigint from (
              select account, cause_kind, item, currency, month, amount from ledger.subtotals s where %1$s
              union all
              select e.account, s.cause_kind, e.item, e.currency, date_trunc('month', s.at at time zone 'UTC')::date, e.amount
              from ledger.unsealed u
              join ledger.postings s on s.organization_id = u.organization_id and s.id = u.posting_id
              join ledger.entries e on e.organization_id = u.organization_id and e.posting_id = u.posting_id
              where %1$s) all_of_them
            """;
    private static final String BY_KIND = """
            group by account, cause_kind, item, currency, month
            """;

    private final JdbcClient jdbc;
    private final Access access;
    private final Acting acting;

    LedgerReads(JdbcClient jdbc, Access access, Acting acting) {
        this.jdbc = jdbc;
        this.access = access;
        this.acting = acting;
    }

    /**
     * Of all its events, and of what is about none.
     *
     * @throws io.marquee.kernel.Refusal unless the actor may see its finances
     */
    public List<Sum> ofOrganization(OrganizationId organization) {
        access.require(Permission.SEE_FINANCES, organization);
        return sums("s.organization_id = :id", organization.value());
    }

    /** @throws io.marquee.kernel.Refusal unless the actor may see its finances */
    public List<Sum> ofEvent(OrganizationId organization, EventId event) {
        access.require(Permission.SEE_FINANCES, organization, event);
        return sums("s.event_id = :id", event.value());
    }

    /**
     * What an event's sales have left at a provider, in each currency. A dispute names no provider: it counts at each.
     *
     * @throws io.marquee.kernel.Refusal unless the actor may see its finances
     */
    public List<EventBalance> balances(OrganizationId organization, EventId event, String provider) {
        access.require(Permission.SEE_FINANCES, organization, event);
        return jdbc.sql("""
                        select e.currency,
                          coalesce(sum(e.amount) filter (where e.account = 'provider_balance'), 0)::bigint,
                          coalesce(-sum(e.amount) filter (where e.account = 'stakes_held'), 0)::bigint,
                          coalesce(sum(e.amount) filter (where e.account = 'disputes_held'), 0)::bigint
                        from ledger.postings p
                        join ledger.entries e on e.organization_id = p.organization_id and e.posting_id = p.id
                        where p.organization_id = ? and p.event_id = ? and (p.provider is null or p.provider = ?)
                        group by e.currency
                        order by e.currency
                        """)
                .params(organization.value(), event.value(), provider)
                .query((row, n) -> new EventBalance(
                        Money.of(row.getLong(2), row.getString(1)),
                        Money.of(row.getLong(3), row.getString(1)),
                        Money.of(row.getLong(4), row.getString(1))))
                .list();
    }

    /** What the platform kept, by month, the newest first. @throws io.marquee.kernel.Refusal unless an administrator asks */
    public List<MonthlyIncome> platformIncome() {
        access.requireAdministrator();
        return acting.asPlatform(() -> jdbc.sql("""
                        select month, currency, sum(sum)::bigint from (%s %s) months (
                          account, cause_kind, item, currency, month, sum)
                        group by month, currency
                        order by month desc, currency
                        """.formatted(SUMS.formatted("account = 'platform_fee'"), BY_KIND))
                .query((row, n) -> new MonthlyIncome(
                        YearMonth.from(row.getObject(1, LocalDate.class)), Money.of(row.getLong(3), row.getString(2))))
                .list());
    }

    /** The months in which anything was posted, in UTC, the newest first. @throws io.marquee.kernel.Refusal */
    public List<YearMonth> months(OrganizationId organization) {
        access.require(Permission.SEE_FINANCES, organization);
        return jdbc.sql("""
                        select month from ledger.subtotals where organization_id = :organization
                        union
                        select date_trunc('month', p.at at time zone 'UTC')::date
                        from ledger.unsealed u
                        join ledger.postings p on p.organization_id = u.organization_id and p.id = u.posting_id
                        where u.organization_id = :organization
                        order by month desc
                        """)
                .param("organization", organization.value())
                .query((row, n) -> YearMonth.from(row.getObject(1, LocalDate.class)))
                .list();
    }

    private List<Sum> sums(String whose, UUID id) {
        return jdbc.sql("""
                        select account, cause_kind, item, currency, sum(sum)::bigint from (%s %s) months (
                          account, cause_kind, item, currency, month, sum)
                        group by account, cause_kind, item, currency
                        order by account, cause_kind, currency, item
                        """.formatted(SUMS.formatted(whose), BY_KIND))
                .param("id", id)
                .query(LedgerReads::sum)
                .list();
    }

    private static Sum sum(ResultSet row, int number) throws SQLException {
        return new Sum(
                Wire.parse(Account.class, row.getString(1)),
                Wire.parse(Cause.Kind.class, row.getString(2)),
                row.getObject(3, UUID.class),
                Money.of(row.getLong(5), row.getString(4)));
    }
}
