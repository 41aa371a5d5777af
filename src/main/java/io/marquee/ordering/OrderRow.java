package io.marquee.ordering;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.payment.PaymentId;
import io.marquee.pricing.QuoteJson;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.TicketTypeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads an order with its lines from one row. */
final class OrderRow {
    private OrderRow() {}

    static OrderView read(ResultSet row, int number) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        Timestamp paidAt = row.getTimestamp("paid_at");
        UUID paidBy = row.getObject("paid_by", UUID.class);
        return new OrderView(
                new OrderId(row.getObject("id", UUID.class)),
                row.getString("code"),
                new HoldId(row.getObject("hold_id", UUID.class)),
                new EventId(row.getObject("event_id", UUID.class)),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                Wire.parse(OrderState.class, row.getString("state")),
                row.getString("buyer_name"),
                row.getString("buyer_email"),
                row.getString("locale"),
                new Money(row.getLong("total_amount"), currency),
                new Money(row.getLong("returning_amount"), currency),
                new Money(row.getLong("refunded_amount"), currency),
                lines(row, currency),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                paidAt == null ? null : paidAt.toInstant(),
                paidBy == null ? null : new PaymentId(paidBy),
                reservation(row),
                ApprovalRows.read(row));
    }

    private static @Nullable ReservationState reservation(ResultSet row) throws SQLException {
        String word = row.getString("reservation");
        return word == null ? null : Wire.parse(ReservationState.class, word);
    }

    private static List<OrderView.Line> lines(ResultSet row, Currency currency) throws SQLException {
        UUID[] types = (UUID[]) row.getArray("types").getArray();
        String[] names = (String[]) row.getArray("names").getArray();
        Integer[] quantities = (Integer[]) row.getArray("quantities").getArray();
        Long[] prices = (Long[]) row.getArray("prices").getArray();
        String[] quotes = (String[]) row.getArray("quotes").getArray();
        List<OrderView.Line> lines = new ArrayList<>(types.length);
        for (int i = 0; i < types.length; i++) {
            lines.add(new OrderView.Line(
                    new TicketTypeId(types[i]),
                    names[i],
                    QuoteJson.read(types[i], quantities[i], new Money(prices[i], currency), quotes[i])));
        }
        return lines;
    }
}
