package io.marquee.ordering;

import io.marquee.kernel.Money;
import io.marquee.kernel.Wire;
import io.marquee.payment.RefundState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Currency;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money of an order that goes back.
 *
 * @param id of the payment module's refund, or of money handed back over the counter
 * @param parts of the amount, by the position of the line that it is given back of, from 1; they add up to it
 * @param decidedAt null while it is on its way
 */
public record ReturnView(
        UUID id,
        Money amount,
        RefundState state,
        String reason,
        SortedMap<Integer, Money> parts,
        Instant createdAt,
        @Nullable Instant decidedAt) {

    static ReturnView read(ResultSet row, int number) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        Timestamp decided = row.getTimestamp("decided_at");
        return new ReturnView(
                row.getObject("id", UUID.class),
                new Money(row.getLong("amount"), currency),
                Wire.parse(RefundState.class, row.getString("state")),
                row.getString("reason"),
                parts(row, currency),
                row.getTimestamp("created_at").toInstant(),
                decided == null ? null : decided.toInstant());
    }

    private static SortedMap<Integer, Money> parts(ResultSet row, Currency currency) throws SQLException {
        SortedMap<Integer, Money> parts = new TreeMap<>();
        if (row.getArray("lines") == null) return parts;
        Integer[] lines = (Integer[]) row.getArray("lines").getArray();
        Long[] amounts = (Long[]) row.getArray("parts").getArray();
        for (int i = 0; i < lines.length; i++) parts.put(lines[i], new Money(amounts[i], currency));
        return parts;
    }
}
