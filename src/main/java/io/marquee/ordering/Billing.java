package io.marquee.ordering;

import io.marquee.identity.Permission;
import io.marquee.platform.tenancy.Acting;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom the invoices of orders are for. */
@Component
public class Billing {
    private final OrderAccess access;
    private final JdbcClient jdbc;
    private final Acting acting;
    private final Clock clock;

    Billing(OrderAccess access, JdbcClient jdbc, Acting acting, Clock clock) {
        this.access = access;
        this.jdbc = jdbc;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * The buyer or the team says whom the order's invoice is for. Documents that were sealed before do not change.
     *
     * @throws io.marquee.kernel.InvalidInput
     */
    @Transactional
    public void bill(OrderId id, BillingDetails details) {
        OrderView order = access.ofBuyerOr(Permission.HANDLE_ORDERS, id);
        BillingDetails checked = details.checked();
        acting.asSystem(order.organization(), () -> write(order, checked));
    }

    void write(OrderView order, BillingDetails details) {
        jdbc.sql("""
                        insert into ordering.billing
                          (order_id, hold_id, event_id, organization_id, company, address, country, tax_id, said_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (order_id) do update
                        set company = excluded.company, address = excluded.address, country = excluded.country,
                            tax_id = excluded.tax_id, said_at = excluded.said_at
                        """)
                .params(
                        order.id().value(),
                        order.hold().value(),
                        order.event().value(),
                        order.organization().value(),
                        details.company(),
                        details.address(),
                        details.country(),
                        details.taxId(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    BillingDetails of(OrderView order) {
        return jdbc.sql("select company, address, country, tax_id from ordering.billing where order_id = ?")
                .param(order.id().value())
                .query((row, n) ->
                        new BillingDetails(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .optional()
                .orElse(BillingDetails.EMPTY);
    }
}
