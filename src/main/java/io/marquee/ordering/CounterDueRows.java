package io.marquee.ordering;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.payment.RefundId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is owed at the counter, written once; it is open until what went back has a row of the same id. */
@Repository
class CounterDueRows {
    private static final String OPEN = """
            select d.id, d.order_id, o.code, o.buyer_name, d.method, d.amount, d.currency, d.at
            from ordering.counter_dues d
            join ordering.orders o on o.id = d.order_id
            where not exists (select from ordering.counter_refunds r where r.id = d.id)
            """;

    private final JdbcClient jdbc;

    CounterDueRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(RefundId id, OrderView order, CounterSale back) {
        jdbc.sql("""
                        insert into ordering.counter_dues
                          (id, order_id, hold_id, event_id, organization_id, method, amount, currency, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(id.value())
                .param(order.id().value())
                .param(order.hold().value())
                .param(order.event().value())
                .param(order.organization().value())
                .param(Wire.name(back.method()))
                .param(back.amount().amount())
                .param(back.amount().currency().getCurrencyCode())
                .param(Timestamp.from(back.at()))
                .update();
    }

    /** The oldest first. @param query part of a code or name, in lower case; blank for all */
    Slice<CounterDue> open(EventId event, String query, @Nullable UUID after, int limit) {
        List<CounterDue> found = jdbc.sql(OPEN + """
                          and d.event_id = :event
                          and (:after::uuid is null or d.id > :after::uuid)
                          and (:query = '' or strpos(lower(o.code), replace(:query, '-', '')) > 0
                               or strpos(lower(o.buyer_name), :query) > 0)
                        order by d.id
                        limit :limit
                        """)
                .param("event", event.value())
                .param("after", after)
                .param("query", query)
                .param("limit", limit + 1)
                .query(CounterDueRows::read)
                .list();
        return Slice.of(found, limit, due -> due.id().toString());
    }

    /** In each currency. */
    List<Money> total(EventId event) {
        return jdbc.sql("""
                        select sum(d.amount), d.currency from ordering.counter_dues d
                        where d.event_id = ? and not exists (select from ordering.counter_refunds r where r.id = d.id)
                        group by d.currency order by d.currency
                        """)
                .param(event.value())
                .query((row, n) -> Money.of(row.getLong(1), row.getString(2)))
                .list();
    }

    /** @return null when there is none of that id, or it was handed out */
    @Nullable
    CounterDue open(EventId event, UUID id) {
        return jdbc.sql(OPEN + " and d.event_id = ? and d.id = ?")
                .params(event.value(), id)
                .query(CounterDueRows::read)
                .optional()
                .orElse(null);
    }

    boolean known(EventId event, UUID id) {
        return jdbc.sql("select exists (select from ordering.counter_dues where event_id = ? and id = ?)")
                .params(event.value(), id)
                .query(Boolean.class)
                .single();
    }

    private static CounterDue read(ResultSet row, int number) throws SQLException {
        return new CounterDue(
                row.getObject("id", UUID.class),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("code"),
                row.getString("buyer_name"),
                Wire.parse(CounterSale.Method.class, row.getString("method")),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getTimestamp("at").toInstant());
    }
}
