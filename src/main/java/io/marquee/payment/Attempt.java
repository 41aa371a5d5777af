package io.marquee.payment;

import io.marquee.audit.History;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.payment.provider.ChargeRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of payment.payments: one attempt to pay one order, with everything that was asked of the provider. */
record Attempt(
        PaymentId id,
        UUID order,
        UUID hold,
        EventId event,
        OrganizationId organization,
        String provider,
        PaymentState state,
        ChargeRequest request,
        @Nullable String ref,
        @Nullable String actionUrl,
        @Nullable String failureCode,
        Instant createdAt) {

    static Attempt read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Attempt(
                PaymentId.of(id),
                row.getObject("order_id", UUID.class),
                row.getObject("hold_id", UUID.class),
                EventId.of(row.getObject("event_id", UUID.class)),
                OrganizationId.of(row.getObject("organization_id", UUID.class)),
                row.getString("provider"),
                Wire.parse(PaymentState.class, row.getString("state")),
                new ChargeRequest(
                        row.getString("idempotency_key"),
                        id.toString(),
                        Money.of(row.getLong("amount"), row.getString("currency")),
                        row.getString("description"),
                        row.getString("buyer_email"),
                        row.getString("return_url"),
                        row.getString("method"),
                        row.getTimestamp("expires_at").toInstant()),
                row.getString("provider_ref"),
                row.getString("next_action_url"),
                row.getString("failure_code"),
                row.getTimestamp("created_at").toInstant());
    }

    Money amount() {
        return request.amount();
    }

    History.Subject subject() {
        return new History.Subject("payment", id.value(), organization, event);
    }

    PaymentView view() {
        return new PaymentView(id, order, provider, state, amount(), nextAction(), failureCode, createdAt);
    }

    private PaymentView.@Nullable NextAction nextAction() {
        return state == PaymentState.REQUIRES_ACTION && actionUrl != null
                ? new PaymentView.NextAction("redirect", actionUrl)
                : null;
    }
}
