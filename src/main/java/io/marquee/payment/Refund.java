package io.marquee.payment;

import io.marquee.audit.History;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of payment.refunds: money on its way back, under a key that was stored before the provider was asked. */
record Refund(
        RefundId id,
        PaymentId payment,
        UUID order,
        EventId event,
        OrganizationId organization,
        RefundState state,
        Money amount,
        String reason,
        String key,
        @Nullable String ref,
        Instant createdAt) {

    static Refund read(ResultSet row, int number) throws SQLException {
        return new Refund(
                RefundId.of(row.getObject("id", UUID.class)),
                PaymentId.of(row.getObject("payment_id", UUID.class)),
                row.getObject("order_id", UUID.class),
                EventId.of(row.getObject("event_id", UUID.class)),
                OrganizationId.of(row.getObject("organization_id", UUID.class)),
                Wire.parse(RefundState.class, row.getString("state")),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getString("reason"),
                row.getString("idempotency_key"),
                row.getString("provider_ref"),
                row.getTimestamp("created_at").toInstant());
    }

    boolean undecided() {
        return state == RefundState.APPROVED || state == RefundState.PROCESSING;
    }

    History.Subject subject() {
        return new History.Subject("refund", id.value(), organization, event);
    }

    RefundView view() {
        return new RefundView(id, payment, order, state, amount, reason, createdAt);
    }
}
