package io.marquee.payment;

import io.marquee.identity.Access;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the operator keeps: set by an administrator for everybody, for one currency, for one organization. */
@Component
public class PlatformFees {
    private final JdbcClient jdbc;
    private final Access access;
    private final Acting acting;
    private final Clock clock;

    PlatformFees(JdbcClient jdbc, Access access, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * One that was set.
     *
     * @param organization whose; null for everybody without an own one
     * @param currency null for every currency without an own one: then there is no fixed part
     */
    public record Rule(
            UUID id,
            @Nullable OrganizationId organization,
            @Nullable Currency currency,
            PlatformFee fee) {}

    /** The organization's own goes before everybody's, and the currency's before that of all. */
    @Transactional(readOnly = true)
    public PlatformFee agreed(OrganizationId organization, Currency currency) {
        return jdbc.sql("""
                        select basis_points, fixed from payment.platform_fees
                        where (organization_id is null or organization_id = ?) and (currency is null or currency = ?)
                        order by organization_id nulls last, currency nulls last
                        limit 1
                        """)
                .params(organization.value(), currency.getCurrencyCode())
                .query((row, n) -> fee(row))
                .optional()
                .orElse(PlatformFee.NONE);
    }

    /** All of them, everybody's first. For the administrator. */
    @Transactional(readOnly = true)
    public List<Rule> rules() {
        access.requireAdministrator();
        return acting.asPlatform(() -> jdbc.sql("""
                        select * from payment.platform_fees
                        order by organization_id nulls first, currency nulls first
                        """).query(PlatformFees::read).list());
    }

    /**
     * Sets what is kept from now on; charges that were started keep what they were started with. For the administrator.
     *
     * @throws InvalidInput for a fixed part without a currency
     */
    @Transactional
    public void set(@Nullable OrganizationId organization, @Nullable Currency currency, PlatformFee fee) {
        access.requireAdministrator();
        if (currency == null && fee.fixed() > 0) {
            throw InvalidInput.at("fixed", "fixed_needs_currency");
        }
        int rows = acting.asPlatform(() -> jdbc.sql("""
                        insert into payment.platform_fees
                          (id, organization_id, currency, basis_points, fixed, updated_at)
                        values (:id, :organization, :currency, :points, :fixed, :now)
                        on conflict (organization_id, currency) do update
                        set basis_points = excluded.basis_points, fixed = excluded.fixed, updated_at = excluded.updated_at
                        """)
                .param("id", Ids.next())
                .param("organization", organization == null ? null : organization.value())
                .param("currency", currency == null ? null : currency.getCurrencyCode())
                .param("points", fee.basisPoints())
                .param("fixed", fee.fixed())
                .param("now", Timestamp.from(clock.instant()))
                .update());
        if (rows != 1) {
            throw new IllegalStateException("the fee was not written");
        }
    }

    /** From now on the next more general one holds. For the administrator. @throws NotFound */
    @Transactional
    public void remove(UUID id) {
        access.requireAdministrator();
        int rows = acting.asPlatform(() -> jdbc.sql("delete from payment.platform_fees where id = ?")
                .param(id)
                .update());
        if (rows != 1) {
            throw new NotFound("page");
        }
    }

    private static Rule read(ResultSet row, int number) throws SQLException {
        UUID organization = row.getObject("organization_id", UUID.class);
        String currency = row.getString("currency");
        return new Rule(
                row.getObject("id", UUID.class),
                organization == null ? null : OrganizationId.of(organization),
                currency == null ? null : Currency.getInstance(currency),
                fee(row));
    }

    private static PlatformFee fee(ResultSet row) throws SQLException {
        return new PlatformFee(row.getInt("basis_points"), row.getLong("fixed"));
    }
}
