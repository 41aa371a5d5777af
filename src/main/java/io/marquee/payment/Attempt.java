package io.marquee.payment;

import io.marquee.audit.History;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.payment.provider.ChargeFact.Kept;
import io.marquee.payment.provider.ChargeRef;
import io.marquee.payment.provider.ChargeRequest;
import io.marquee.payment.provider.ChargeRequest.Capture;
import io.marquee.payment.provider.ChargeRequest.Presentation;
import io.marquee.payment.provider.NextAction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of payment.payments: one attempt to pay one order, with everything that was asked of the provider.
 *
 * @param giveUpAt when we give it up at the provider, because its order has ended; null while that goes on
 * @param givingUpUntil until when the provider is being asked to give it up; null where nobody asks
 * @param fee what the provider keeps, in the smallest unit of its own currency; null while it did not say
 * @param toCapture what is to be taken of money that was reserved, or of a method that was set up; null while nobody has asked for it
 * @param kept the method that it has set up; null for whatever takes money
 */
record Attempt(
        PaymentId id,
        UUID order,
        UUID hold,
        EventId event,
        OrganizationId organization,
        String provider,
        PaymentState state,
        ChargeRequest request,
        @Nullable Money toCapture,
        @Nullable ChargeRef charge,
        @Nullable Kept kept,
        @Nullable Long fee,
        @Nullable NextAction action,
        @Nullable String failureCode,
        @Nullable Instant giveUpAt,
        @Nullable Instant givingUpUntil,
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
                        row.getString("provider_account"),
                        row.getString("provider_destination"),
                        Money.of(row.getLong("amount"), row.getString("currency")),
                        Money.of(row.getLong("application_fee"), row.getString("currency")),
                        row.getString("description"),
                        row.getString("buyer_email"),
                        row.getString("customer"),
                        Wire.parse(Presentation.class, row.getString("presentation")),
                        Wire.parse(Capture.class, row.getString("capture")),
                        row.getBoolean("keep_method"),
                        row.getString("method"),
                        row.getBoolean("buyer_absent"),
                        row.getString("return_url"),
                        row.getTimestamp("expires_at").toInstant()),
                toCapture(row),
                charge(row),
                kept(row),
                row.getObject("provider_fee", Long.class),
                action(row),
                row.getString("failure_code"),
                at(row, "give_up_at"),
                at(row, "giving_up_until"),
                row.getTimestamp("created_at").toInstant());
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Money toCapture(ResultSet row) throws SQLException {
        long amount = row.getLong("to_capture");
        return row.wasNull() ? null : Money.of(amount, row.getString("currency"));
    }

    private static @Nullable ChargeRef charge(ResultSet row) throws SQLException {
        String id = row.getString("provider_ref");
        return id == null ? null : new ChargeRef(id, row.getString("provider_account"));
    }

    private static @Nullable Kept kept(ResultSet row) throws SQLException {
        String method = row.getString("kept_method");
        return method == null ? null : new Kept(row.getString("kept_customer"), method);
    }

    private static @Nullable NextAction action(ResultSet row) throws SQLException {
        String url = row.getString("next_action_url");
        String secret = row.getString("client_secret");
        if (url != null) return new NextAction.Redirect(url);
        return secret == null ? null : new NextAction.Embedded(secret);
    }

    /** What is taken in the end: of money that was reserved, maybe a part. */
    Money amount() {
        return toCapture == null || setsUp() ? request.amount() : toCapture;
    }

    boolean waitsForBuyer() {
        return state == PaymentState.CREATED || state == PaymentState.REQUIRES_ACTION;
    }

    /** Whether the buyer left it lying until its time, or its order's, was up; or nobody wants what was reserved. */
    boolean isLeftLying(Instant now) {
        boolean givenUp = giveUpAt != null && !now.isBefore(giveUpAt);
        return waitsForBuyer() ? givenUp || !now.isBefore(request.expiresAt()) : givenUp && unwanted();
    }

    private boolean unwanted() {
        return state == PaymentState.AUTHORISED && !isToBeTaken();
    }

    /** Whether it was decided to take money that is reserved. What is only set up is charged by other attempts. */
    boolean isToBeTaken() {
        return state == PaymentState.AUTHORISED && toCapture != null && !setsUp();
    }

    /** Whether nothing is taken by it: a method is kept, to be charged by other attempts. */
    boolean setsUp() {
        return request.capture() == Capture.SET_UP;
    }

    /** Whether nobody has to look at it: it is set up, and nobody wants it let go. */
    boolean rests() {
        return state == PaymentState.AUTHORISED && setsUp() && giveUpAt == null;
    }

    /** Whether the money goes to an account of the organization, be it that the operator passes it on. */
    boolean isOrganizations() {
        return request.account() != null || request.destination() != null;
    }

    History.Subject subject() {
        return new History.Subject("payment", id.value(), organization, event);
    }

    PaymentView view() {
        return new PaymentView(id, order, provider, state, amount(), nextAction(), failureCode, createdAt);
    }

    private PaymentView.@Nullable NextAction nextAction() {
        return state == PaymentState.REQUIRES_ACTION && action != null ? PaymentView.NextAction.of(action) : null;
    }

    PaymentEvent succeeded() {
        return new PaymentEvent.PaymentSucceeded(id, order, event, organization, amount());
    }

    PaymentEvent failed(String why) {
        return new PaymentEvent.PaymentFailed(id, order, event, organization, why);
    }

    PaymentEvent authorised() {
        return new PaymentEvent.PaymentAuthorised(id, order, event, organization, request.amount(), setsUp());
    }

    PaymentEvent captured() {
        return new PaymentEvent.PaymentCaptured(id, order, event, organization, amount());
    }

    PaymentEvent released() {
        return new PaymentEvent.PaymentReleased(id, order, event, organization, request.amount());
    }
}
