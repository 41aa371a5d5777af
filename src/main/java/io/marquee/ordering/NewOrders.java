package io.marquee.ordering;

import io.marquee.kernel.Money;
import io.marquee.kernel.Wire;
import io.marquee.pricing.QuoteJson;
import io.marquee.pricing.QuoteLine;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes an order with its lines and attendees, in one statement: it is on the way of every sale. */
@Repository
class NewOrders {
    private static final String INSERT = """
            with made as (
              insert into ordering.orders (id, code, hold_id, event_id, organization_id, state, buyer_name, buyer_email,
                                           locale, total_amount, currency, created_at, expires_at, paid_at)
              values (:id, :code, :hold, :event, :organization, :state, :name, :email,
                      :locale, :total, :currency, :createdAt, :expiresAt, :paidAt)
              on conflict do nothing
              returning id, hold_id, event_id, organization_id),
            lines as (
              insert into ordering.order_lines (order_id, position, organization_id, hold_id, event_id, ticket_type_id, name,
                                                quantity, price_amount, discount_amount, tax_amount, fee_amount,
                                                total_amount, quote)
              select m.id, l.position, m.organization_id, m.hold_id, m.event_id, l.type, l.name, l.quantity, l.price,
                     l.discount, l.tax, l.fee, l.total, l.quote::jsonb
              from made m, unnest(:types::uuid[], :names::text[], :quantities::int[], :prices::bigint[],
                                  :discounts::bigint[], :taxes::bigint[], :fees::bigint[], :totals::bigint[],
                                  :quotes::text[])
                with ordinality l(type, name, quantity, price, discount, tax, fee, total, quote, position)),
            attendees as (
              insert into ordering.attendees (order_id, position, organization_id, hold_id, event_id, name, email)
              select m.id, a.position, m.organization_id, m.hold_id, m.event_id, a.name, a.email
              from made m, unnest(:positions::int[], :attendees::text[], :emails::text[]) a(position, name, email))
            select count(*) from made
            """;

    private final JdbcClient jdbc;

    NewOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the hold has an order, or, once in a few billion times, the code is taken */
    boolean insert(OrderView order, List<Coming> coming) {
        List<OrderView.Line> lines = order.lines();
        return jdbc.sql(INSERT)
                        .param("id", order.id().value())
                        .param("code", order.code())
                        .param("hold", order.hold().value())
                        .param("event", order.event().value())
                        .param("organization", order.organization().value())
                        .param("state", Wire.name(order.state()))
                        .param("name", order.buyerName())
                        .param("email", order.buyerEmail())
                        .param("locale", order.locale())
                        .param("total", order.total().amount())
                        .param("currency", order.total().currency().getCurrencyCode())
                        .param("createdAt", Timestamp.from(order.createdAt()))
                        .param("expiresAt", Timestamp.from(order.expiresAt()))
                        .param("paidAt", order.paidAt() == null ? null : Timestamp.from(order.paidAt()))
                        .param(
                                "types",
                                lines.stream().map(l -> l.ticketType().value()).toArray(UUID[]::new))
                        .param("names", lines.stream().map(OrderView.Line::name).toArray(String[]::new))
                        .param(
                                "quantities",
                                lines.stream().map(OrderView.Line::quantity).toArray(Integer[]::new))
                        .param("prices", amounts(lines, QuoteLine::price))
                        .param("discounts", amounts(lines, QuoteLine::discount))
                        .param("taxes", amounts(lines, QuoteLine::tax))
                        .param("fees", amounts(lines, QuoteLine::fee))
                        .param("totals", amounts(lines, QuoteLine::total))
                        .param(
                                "quotes",
                                lines.stream()
                                        .map(l -> QuoteJson.write(l.cost()))
                                        .toArray(String[]::new))
                        .param(
                                "positions",
                                coming.stream().map(Coming::position).toArray(Integer[]::new))
                        .param("attendees", coming.stream().map(Coming::name).toArray(String[]::new))
                        .param("emails", coming.stream().map(Coming::email).toArray(String[]::new))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private static Long[] amounts(List<OrderView.Line> lines, Function<QuoteLine, Money> part) {
        return lines.stream().map(l -> part.apply(l.cost()).amount()).toArray(Long[]::new);
    }
}
