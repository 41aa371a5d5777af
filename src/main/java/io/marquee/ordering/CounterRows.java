package io.marquee.ordering;

import io.marquee.event.EventView;
import io.marquee.kernel.Money;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import io.marquee.payment.PaymentId;
import io.marquee.payment.RefundId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What went over the counter, written once. */
@Repository
class CounterRows {
    private final JdbcClient jdbc;

    CounterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PaymentId id, OrderView order, CounterSale sale, @Nullable UUID soldBy) {
        jdbc.sql("""
                        insert into ordering.counter_sales
                          (id, order_id, hold_id, event_id, organization_id, method, amount, given, currency, note, sold_by, device, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(id.value())
                .param(order.id().value())
                .param(order.hold().value())
                .param(order.event().value())
                .param(order.organization().value())
                .param(Wire.name(sale.method()))
                .param(sale.amount().amount())
                .param(sale.given().amount())
                .param(sale.amount().currency().getCurrencyCode())
                .param(sale.note())
                .param(soldBy)
                .param(sale.device())
                .param(Timestamp.from(sale.at()))
                .update();
    }

    void insert(RefundId id, OrderView order, CounterSale back, @Nullable UUID returnedBy) {
        jdbc.sql("""
                        insert into ordering.counter_refunds
                          (id, order_id, hold_id, event_id, organization_id, method, amount, currency, returned_by, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(id.value())
                .param(order.id().value())
                .param(order.hold().value())
                .param(order.event().value())
                .param(order.organization().value())
                .param(Wire.name(back.method()))
                .param(back.amount().amount())
                .param(back.amount().currency().getCurrencyCode())
                .param(returnedBy)
                .param(Timestamp.from(back.at()))
                .update();
    }

    @Nullable
    CounterSale ofOrder(OrderId order) {
        return jdbc.sql("select * from ordering.counter_sales where order_id = ?")
                .param(order.value())
                .query(CounterRows::read)
                .optional()
                .orElse(null);
    }

    /** By day, the latest first. */
    List<Drawer> drawers(EventView event) {
        return jdbc.sql("""
                        select (at at time zone :zone)::date as day, person, device, method, currency, sum(sales)::int as sales,
                               sum(taken)::bigint as taken, sum(returned)::bigint as returned
                        from (
                          select at, sold_by person, device, method, currency, 1 sales, amount taken, 0 returned
                          from ordering.counter_sales where event_id = :event
                          union all
                          select at, returned_by, null, method, currency, 0, 0, amount
                          from ordering.counter_refunds where event_id = :event) moved
                        group by 1, 2, 3, 4, 5
                        order by 1 desc, 3 nulls first, 2, 4, 5
                        """)
                .param("zone", event.details().timeZone().getId())
                .param("event", event.id().value())
                .query((row, n) -> {
                    Currency currency = Currency.getInstance(row.getString("currency"));
                    UUID person = row.getObject("person", UUID.class);
                    String device = row.getString("device");
                    return new Drawer(
                            row.getDate("day").toLocalDate(),
                            person == null || device != null ? null : new PersonId(person),
                            device,
                            Wire.parse(CounterSale.Method.class, row.getString("method")),
                            row.getInt("sales"),
                            new Money(row.getLong("taken"), currency),
                            new Money(row.getLong("returned"), currency));
                })
                .list();
    }

    private static CounterSale read(ResultSet row, int number) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new CounterSale(
                new OrderId(row.getObject("order_id", UUID.class)),
                Wire.parse(CounterSale.Method.class, row.getString("method")),
                new Money(row.getLong("amount"), currency),
                new Money(row.getLong("given"), currency),
                row.getString("note"),
                row.getString("device"),
                row.getTimestamp("at").toInstant());
    }
}
