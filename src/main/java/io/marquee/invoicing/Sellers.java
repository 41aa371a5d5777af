package io.marquee.invoicing;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.OrganizationId;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What organizations say of themselves as sellers. */
@Component
public class Sellers {
    private final JdbcClient jdbc;
    private final Access access;
    private final DueDocuments due;
    private final Clock clock;

    Sellers(JdbcClient jdbc, Access access, DueDocuments due, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.due = due;
        this.clock = clock;
    }

    /** All blank where nothing was said yet. Whoever may edit the organization sees it. */
    @Transactional(readOnly = true)
    public SellerDetails shown(OrganizationId organization) {
        access.require(Permission.EDIT_ORGANIZATION, organization);
        return of(organization);
    }

    /**
     * From now on documents say this; those that were sealed stay. Invoices that waited for it are made.
     *
     * @throws io.marquee.kernel.InvalidInput
     */
    @Transactional
    public SellerDetails edit(OrganizationId organization, SellerDetails details) {
        access.require(Permission.EDIT_ORGANIZATION, organization);
        SellerDetails checked = details.checked();
        jdbc.sql("""
                        insert into invoicing.sellers
                          (organization_id, legal_name, address, country, tax_id, prefix, footer, time_zone, wait_days, said_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (organization_id) do update
                        set legal_name = excluded.legal_name, address = excluded.address, country = excluded.country,
                            tax_id = excluded.tax_id, prefix = excluded.prefix, footer = excluded.footer,
                            time_zone = excluded.time_zone, wait_days = excluded.wait_days, said_at = excluded.said_at
                        """)
                .params(
                        organization.value(),
                        checked.legalName(),
                        checked.address(),
                        checked.country(),
                        checked.taxId(),
                        checked.prefix(),
                        checked.footer(),
                        checked.timeZone(),
                        checked.waitDays(),
                        Timestamp.from(clock.instant()))
                .update();
        due.wake(organization);
        return checked;
    }

    SellerDetails of(OrganizationId organization) {
        return jdbc.sql("select * from invoicing.sellers where organization_id = ?")
                .param(organization.value())
                .query((row, n) -> new SellerDetails(
                        row.getString("legal_name"),
                        row.getString("address"),
                        row.getString("country"),
                        row.getString("tax_id"),
                        row.getString("prefix"),
                        row.getString("footer"),
                        row.getString("time_zone"),
                        row.getInt("wait_days")))
                .optional()
                .orElse(SellerDetails.UNKNOWN);
    }
}
