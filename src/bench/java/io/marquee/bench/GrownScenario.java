package io.marquee.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The same sale again once a million tickets of it are sold and ten thousand other events are there: it costs the same. */
final class GrownScenario {
    private static final double AT_LEAST = 0.85;
    private static final int OTHER_EVENTS = 10_000;

    /** What a million sales leave behind, written as their commands would; the keys and checks were looked at before. */
    private static final List<String> GROWTH = List.of(
            "set session_replication_role = replica",
            "set synchronous_commit = off",
            """
            insert into event.events
            select (jsonb_populate_record(e, jsonb_build_object('id', uuidv7(), 'slug', 'other-' || n))).*
              from event.events e, generate_series(1, :events) n where e.id = ':event'
            """,
            """
            insert into ticketing.ticket_types
            select (jsonb_populate_record(t, jsonb_build_object('id', uuidv7(), 'event_id', e.id))).*
              from ticketing.ticket_types t, event.events e where t.id = ':type' and e.slug like 'other-%'
            """,
            """
            insert into ticketing.quotas
            select (jsonb_populate_record(q, jsonb_build_object('id', uuidv7(), 'event_id', e.id, 'held', 0, 'sold', 0))).*
              from ticketing.draws d join ticketing.quotas q on q.id = d.quota_id, event.events e
             where d.ticket_type_id = ':type' and e.slug like 'other-%'
            """,
            """
            insert into ticketing.draws (ticket_type_id, quota_id, organization_id)
            select t.id, q.id, t.organization_id
              from ticketing.ticket_types t join ticketing.quotas q using (event_id) join event.events e on e.id = t.event_id
             where e.slug like 'other-%'
            """,
            """
            create temp table sales as
            select n, uuidv7() as hold, uuidv7() as "order", e.id as event, e.organization_id as organization, t.id as type,
                   'early' || n || '@bench.example' as buyer, now() - interval '1 day' as at
              from generate_series(1, :orders) n, event.events e join ticketing.ticket_types t on t.event_id = e.id
             where t.id = ':type'
            """,
            """
            insert into ticketing.holds
              (id, event_id, organization_id, state, created_at, expires_at, buyer, settled_at)
            select hold, event, organization, 'consumed', at, at, buyer, at from sales
            """,
            """
            insert into ticketing.hold_lines
              (hold_id, ticket_type_id, organization_id, position, name, quantity, price_amount, currency)
            select hold, type, organization, 1, 'General admission', 2, 0, 'EUR' from sales
            """,
            """
            insert into ticketing.takes (ticket_type_id, buyer, organization_id, taken)
            select type, buyer, organization, 2 from sales
            """,
            """
            insert into ordering.orders
              (id, code, hold_id, event_id, organization_id, state, buyer_name, buyer_email, locale, total_amount, currency,
               created_at, expires_at, paid_at)
            select "order", 'EARLY' || n, hold, event, organization, 'paid', 'Ada Lind', buyer, 'en', 0, 'EUR', at, at, at
              from sales
            """,
            """
            insert into ordering.order_lines
              (order_id, position, organization_id, hold_id, event_id, ticket_type_id, name, quantity, price_amount,
               total_amount)
            select "order", 1, organization, hold, event, type, 'General admission', 2, 0, 0 from sales
            """,
            """
            insert into ticketing.tickets
              (id, event_id, organization_id, ticket_type_id, order_id, hold_id, position, state, key_id, signature,
               short_code, type_name, holder_name, holder_email, buyer_email, price_amount, currency, created_at)
            select uuidv7(), event, organization, type, "order", hold, position, 'issued', key.id,
                   decode(repeat('00', 64), 'hex'), 'E' || n || '-' || position, 'General admission', 'Ada Lind', buyer,
                   buyer, 0, 'EUR', at
              from sales, generate_series(1, 2) position, lateral (select min(id) as id from ticketing.signing_keys) key
            """,
            """
            insert into audit.transitions (organization_id, event_id, subject, subject_id, to_state, at, actor_kind)
            select organization, event, 'order', "order", 'paid', at, 'capability' from sales
            """,
            """
            update ticketing.quotas set sold = sold + 2 * :orders
             where id in (select quota_id from ticketing.draws where ticket_type_id = ':type')
            """,
            "set session_replication_role = origin",
            "analyze");

    private GrownScenario() {}

    static void run(Product product, Report report, Length length) throws Exception {
        OnsaleScenario.Sale sale = OnsaleScenario.Sale.open(product, "A long sale");
        int buyers = OnsaleScenario.BUYERS;
        OnsaleScenario.warm(sale, product.port);
        double used = product.cpuSeconds();
        Load.Result small = Load.flatOut(buyers, length.seconds(20), new OnsaleScenario.Orders(sale, product.port));
        double smallCpu = (product.cpuSeconds() - used) / small.done();
        int tickets = length == Length.FULL ? 1_000_000 : 200_000;
        double seconds = grow(product, sale, tickets);
        Load.flatOut(buyers, length.seconds(6), new OnsaleScenario.Orders(sale, product.port));
        used = product.cpuSeconds();
        Load.Result grown = Load.flatOut(buyers, length.seconds(20), new OnsaleScenario.Orders(sale, product.port));
        double grownCpu = (product.cpuSeconds() - used) / grown.done();

        report.section("Free orders of an event with %,d tickets sold, beside %,d other events (made in %.0f s)"
                .formatted(tickets, OTHER_EVENTS, seconds));
        line(report, "before", small, smallCpu);
        line(report, "grown", grown, grownCpu);
        report.goal("grown : before", grown.rate() / small.rate(), ">=", AT_LEAST);
        report.exactly(
                "counters of stock that are wrong", product.number("select count(*) from ticketing.stock_drift()"), 0);
    }

    private static void line(Report report, String what, Load.Result result, double cpu) {
        report.line(
                what,
                "%,.0f orders/s, p99 %.1f ms, %.2f ms of CPU an order",
                result.rate(),
                result.millis(.99),
                cpu * 1e3);
    }

    private static double grow(Product product, OnsaleScenario.Sale sale, int tickets) throws Exception {
        long from = System.nanoTime();
        try (Connection connection = product.database();
                Statement statement = connection.createStatement()) {
            for (String sql : GROWTH) {
                execute(
                        statement,
                        sql.replace(":event'", sale.event() + "'")
                                .replace(":type", sale.type())
                                .replace(":events", String.valueOf(OTHER_EVENTS))
                                .replace(":orders", String.valueOf(tickets / 2)));
            }
        }
        return (System.nanoTime() - from) / 1e9;
    }

    private static void execute(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(sql, e);
        }
    }
}
