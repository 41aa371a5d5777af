package io.marquee.ordering;

import io.marquee.kernel.Money;
import io.marquee.kernel.Wire;
import io.marquee.pricing.QuoteJson;
import io.marquee.pricing.QuoteLine;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes orders with their lines and attendees, in one statement: it is on the way of every sale. */
@Repository
class NewOrders {
    private static final String INSERT = """
            with made as (
              insert into ordering.orders (id, code, hold_id, event_id, organization_id, state, buyer_name, buyer_email,
                                           locale, total_amount, currency, created_at, expires_at, paid_at)
              select * from unnest(:ids::uuid[], :codes::text[], :holds::uuid[], :events::uuid[], :organizations::uuid[],
                                   :states::text[], :buyers::text[], :buyerEmails::text[], :locales::text[],
                                   :amounts::bigint[], :currencies::text[], :created::timestamptz[], :expire::timestamptz[],
                                   :paid::timestamptz[])
              on conflict do nothing
              returning id, hold_id, event_id, organization_id),
            lines as (
              insert into ordering.order_lines (order_id, position, organization_id, hold_id, event_id, ticket_type_id, name,
                                                quantity, price_amount, discount_amount, tax_amount, fee_amount,
                                                total_amount, quote)
              select m.id, l.position, m.organization_id, m.hold_id, m.event_id, l.type, l.name, l.quantity, l.price,
                     l.discount, l.tax, l.fee, l.total, l.quote::jsonb
              from unnest(:lineOrders::uuid[], :positions::int[], :types::uuid[], :names::text[], :quantities::int[],
                          :prices::bigint[], :discounts::bigint[], :taxes::bigint[], :fees::bigint[], :totals::bigint[],
                          :quotes::text[])
                l(id, position, type, name, quantity, price, discount, tax, fee, total, quote) join made m using (id)),
            attendees as (
              insert into ordering.attendees (order_id, position, organization_id, hold_id, event_id, name, email)
              select m.id, a.position, m.organization_id, m.hold_id, m.event_id, a.name, a.email
              from unnest(:comingOrders::uuid[], :comingPositions::int[], :attendees::text[], :emails::text[])
                a(id, position, name, email) join made m using (id))
            select id from made
            """;

    private final JdbcClient jdbc;

    NewOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An order that is to be made. */
    record Draft(OrderView order, List<Coming> coming) {}

    private record Line(UUID order, int position, OrderView.Line line) {}

    private record Attendee(UUID order, Coming coming) {}

    /** @return false when the hold has an order, or, once in a few billion times, the code is taken */
    boolean insert(OrderView order, List<Coming> coming) {
        return insert(List.of(new Draft(order, coming))).contains(order.id());
    }

    /** @return those that were made */
    Set<OrderId> insert(List<Draft> drafts) {
        Column<OrderView> orders =
                new Column<>(drafts.stream().map(Draft::order).toList());
        Column<Line> lines =
                new Column<>(drafts.stream().flatMap(NewOrders::lines).toList());
        Column<Attendee> coming = new Column<>(drafts.stream()
                .flatMap(draft -> draft.coming().stream()
                        .map(who -> new Attendee(draft.order().id().value(), who)))
                .toList());
        return jdbc.sql(INSERT)
                .param("ids", orders.of(order -> order.id().value(), UUID[]::new))
                .param("codes", orders.of(OrderView::code, String[]::new))
                .param("holds", orders.of(order -> order.hold().value(), UUID[]::new))
                .param("events", orders.of(order -> order.event().value(), UUID[]::new))
                .param("organizations", orders.of(order -> order.organization().value(), UUID[]::new))
                .param("states", orders.of(order -> Wire.name(order.state()), String[]::new))
                .param("buyers", orders.of(OrderView::buyerName, String[]::new))
                .param("buyerEmails", orders.of(OrderView::buyerEmail, String[]::new))
                .param("locales", orders.of(OrderView::locale, String[]::new))
                .param("amounts", orders.of(order -> order.total().amount(), Long[]::new))
                .param("currencies", orders.of(order -> order.total().currency().getCurrencyCode(), String[]::new))
                .param("created", orders.of(order -> order.createdAt().toString(), String[]::new))
                .param("expire", orders.of(order -> order.expiresAt().toString(), String[]::new))
                .param("paid", orders.of(order -> text(order.paidAt()), String[]::new))
                .param("lineOrders", lines.of(Line::order, UUID[]::new))
                .param("positions", lines.of(Line::position, Integer[]::new))
                .param("types", lines.of(l -> l.line().ticketType().value(), UUID[]::new))
                .param("names", lines.of(l -> l.line().name(), String[]::new))
                .param("quantities", lines.of(l -> l.line().quantity(), Integer[]::new))
                .param("prices", amounts(lines, QuoteLine::price))
                .param("discounts", amounts(lines, QuoteLine::discount))
                .param("taxes", amounts(lines, QuoteLine::tax))
                .param("fees", amounts(lines, QuoteLine::fee))
                .param("totals", amounts(lines, QuoteLine::total))
                .param("quotes", lines.of(l -> QuoteJson.write(l.line().cost()), String[]::new))
                .param("comingOrders", coming.of(Attendee::order, UUID[]::new))
                .param("comingPositions", coming.of(a -> a.coming().position(), Integer[]::new))
                .param("attendees", coming.of(a -> a.coming().name(), String[]::new))
                .param("emails", coming.of(a -> a.coming().email(), String[]::new))
                .query((row, n) -> new OrderId(row.getObject(1, UUID.class)))
                .set();
    }

    private static Stream<Line> lines(Draft draft) {
        List<OrderView.Line> lines = draft.order().lines();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new Line(draft.order().id().value(), i + 1, lines.get(i)));
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static Long[] amounts(Column<Line> lines, Function<QuoteLine, Money> part) {
        return lines.of(l -> part.apply(l.line().cost()).amount(), Long[]::new);
    }

    /** Rows, of which the statement takes each part as an array. */
    private record Column<T>(List<T> rows) {
        <V extends @Nullable Object> V[] of(Function<T, V> part, IntFunction<V[]> array) {
            return rows.stream().map(part).toArray(array);
        }
    }
}
