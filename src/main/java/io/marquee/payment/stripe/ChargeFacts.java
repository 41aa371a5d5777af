package io.marquee.payment.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.SetupIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.DisputeListParams;
import com.stripe.param.RefundListParams;
import io.marquee.kernel.Money;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.provider.ChargeFact.Standing;
import io.marquee.payment.provider.ChargeRequest;
import io.marquee.payment.provider.NextAction;
import io.marquee.payment.provider.RefundFact;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stripe's sessions, intents, refunds and disputes in our words. */
@Component
class ChargeFacts {
    /** What a fact needs of an intent, beyond the intent. */
    static final List<String> EXPAND = List.of("latest_charge.balance_transaction", "latest_charge.refunds");

    static final String KEY = "key";
    private static final long PAGE = 100;

    private final StripeApi api;
    private final Clock clock;

    ChargeFacts(StripeApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /** Of a charge that never came to be, and never will under its key. */
    static ChargeFact refused(ChargeRequest request, String failureCode) {
        return new ChargeFact(
                null,
                request.reference(),
                Standing.FAILED,
                request.amount(),
                null,
                null,
                failureCode,
                List.of(),
                List.of());
    }

    /** @param intent of the session, expanded; null while the buyer has not paid */
    ChargeFact of(Session session, @Nullable PaymentIntent intent, @Nullable String account) {
        boolean setsUp = "setup".equals(session.getMode());
        Money amount = setsUp
                ? SetUpParams.amount(session.getMetadata())
                : StripeMoney.money(session.getAmountTotal(), session.getCurrency());
        String reference = session.getClientReferenceId();
        return switch (session.getStatus()) {
            case "complete" ->
                named(
                        session.getId(),
                        reference,
                        setsUp
                                ? ofSetUp(Objects.requireNonNull(session.getSetupIntentObject()))
                                : of(Objects.requireNonNull(intent), account));
            case "expired" -> {
                boolean early = session.getExpiresAt() > clock.instant().getEpochSecond();
                yield bare(
                        session.getId(), reference, Standing.CANCELLED, amount, null, early ? "cancelled" : "expired");
            }
            default ->
                bare(
                        session.getId(),
                        reference,
                        Standing.REQUIRES_ACTION,
                        amount,
                        new NextAction.Redirect(session.getUrl()),
                        null);
        };
    }

    /** Of a card that is set up: nothing moves by it. */
    static ChargeFact ofSetUp(SetupIntent setup) {
        Standing standing = standing(setup);
        return switch (standing) {
            case FAILED -> setUp(setup, standing, FailureCodes.of(setup.getLastSetupError()));
            case CANCELLED -> letGo(setup);
            case REQUIRES_ACTION, PROCESSING, AUTHORISED, SUCCEEDED -> setUp(setup, standing, null);
        };
    }

    /** It stays set up there, and nobody here charges it any more. */
    static ChargeFact letGo(SetupIntent setup) {
        return setUp(setup, Standing.CANCELLED, "cancelled");
    }

    private static ChargeFact setUp(SetupIntent setup, Standing standing, @Nullable String failureCode) {
        boolean kept = standing == Standing.AUTHORISED;
        return new ChargeFact(
                setup.getId(),
                meta(setup.getMetadata(), ChargeParams.REFERENCE),
                standing,
                SetUpParams.amount(setup.getMetadata()),
                null,
                standing == Standing.REQUIRES_ACTION ? action(setup) : null,
                failureCode,
                List.of(),
                List.of(),
                kept ? new ChargeFact.Kept(setup.getCustomer(), setup.getPaymentMethod()) : null);
    }

    private static Standing standing(SetupIntent setup) {
        return switch (setup.getStatus()) {
            case "succeeded" -> Standing.AUTHORISED;
            case "processing" -> Standing.PROCESSING;
            case "requires_payment_method" ->
                SetUpParams.isDeclined(setup) ? Standing.FAILED : Standing.REQUIRES_ACTION;
            case "canceled" -> setup.getLastSetupError() == null ? Standing.CANCELLED : Standing.FAILED;
            default -> Standing.REQUIRES_ACTION;
        };
    }

    private static NextAction action(SetupIntent setup) {
        SetupIntent.NextAction next = setup.getNextAction();
        return next != null && next.getRedirectToUrl() != null
                ? new NextAction.Redirect(next.getRedirectToUrl().getUrl())
                : new NextAction.Embedded(setup.getClientSecret());
    }

    static ChargeFact named(String id, @Nullable String reference, ChargeFact fact) {
        return new ChargeFact(
                id,
                reference,
                fact.standing(),
                fact.amount(),
                fact.fee(),
                fact.action(),
                fact.failureCode(),
                fact.refunds(),
                fact.disputes(),
                fact.kept());
    }

    private static ChargeFact bare(
            String id,
            @Nullable String reference,
            Standing standing,
            Money amount,
            @Nullable NextAction action,
            @Nullable String failureCode) {
        return new ChargeFact(id, reference, standing, amount, null, action, failureCode, List.of(), List.of());
    }

    ChargeFact of(PaymentIntent intent, @Nullable String account) {
        Charge charge = intent.getLatestChargeObject();
        Standing standing = standing(intent);
        return new ChargeFact(
                intent.getId(),
                meta(intent.getMetadata(), ChargeParams.REFERENCE),
                standing,
                amount(intent, standing),
                fee(charge),
                standing == Standing.REQUIRES_ACTION ? action(intent) : null,
                failureCode(intent, standing),
                charge == null ? List.of() : refunds(intent, charge, account),
                charge == null ? List.of() : disputes(intent, charge, account));
    }

    private static Standing standing(PaymentIntent intent) {
        return switch (intent.getStatus()) {
            case "succeeded" -> Standing.SUCCEEDED;
            case "processing" -> Standing.PROCESSING;
            case "requires_capture" -> Standing.AUTHORISED;
            case "requires_payment_method" -> isDeclined(intent) ? Standing.FAILED : Standing.REQUIRES_ACTION;
            case "canceled" -> intent.getLastPaymentError() == null ? Standing.CANCELLED : Standing.FAILED;
            default -> Standing.REQUIRES_ACTION;
        };
    }

    /** It could be paid with another card; with us that is another attempt. */
    static boolean isDeclined(PaymentIntent intent) {
        return intent.getStatus().equals("requires_payment_method") && intent.getLastPaymentError() != null;
    }

    private static Money amount(PaymentIntent intent, Standing standing) {
        boolean taken = standing == Standing.SUCCEEDED && intent.getAmountReceived() != null;
        return StripeMoney.money(taken ? intent.getAmountReceived() : intent.getAmount(), intent.getCurrency());
    }

    /** Known once the money is booked; where it is booked in another currency, the books there have it. */
    private static @Nullable Money fee(@Nullable Charge charge) {
        BalanceTransaction booked = charge == null ? null : charge.getBalanceTransactionObject();
        if (charge == null || booked == null || !booked.getCurrency().equals(charge.getCurrency())) {
            return null;
        }
        long operators = booked.getFeeDetails() == null
                ? 0
                : booked.getFeeDetails().stream()
                        .filter(fee -> "application_fee".equals(fee.getType()))
                        .mapToLong(BalanceTransaction.FeeDetail::getAmount)
                        .sum();
        return StripeMoney.fee(booked.getFee() - operators, booked.getCurrency());
    }

    private static @Nullable NextAction action(PaymentIntent intent) {
        PaymentIntent.NextAction next = intent.getNextAction();
        if (next != null && next.getRedirectToUrl() != null) {
            return new NextAction.Redirect(next.getRedirectToUrl().getUrl());
        }
        return new NextAction.Embedded(intent.getClientSecret());
    }

    private static @Nullable String failureCode(PaymentIntent intent, Standing standing) {
        return switch (standing) {
            case FAILED -> FailureCodes.of(intent.getLastPaymentError());
            case CANCELLED -> "automatic".equals(intent.getCancellationReason()) ? "expired" : "cancelled";
            case REQUIRES_ACTION, PROCESSING, AUTHORISED, SUCCEEDED -> null;
        };
    }

    private List<RefundFact> refunds(PaymentIntent intent, Charge charge, @Nullable String account) {
        if (charge.getAmountRefunded() == null || charge.getAmountRefunded() == 0 && charge.getRefunds() == null) {
            return List.of();
        }
        boolean all = charge.getRefunds() != null && !charge.getRefunds().getHasMore();
        List<Refund> refunds = all ? charge.getRefunds().getData() : refunds(intent.getId(), account);
        return refunds.stream()
                .filter(refund -> !isNeverTaken(charge, refund))
                .map(ChargeFacts::of)
                .toList();
    }

    /** Where a part of what was reserved is taken, Stripe lists the rest as a refund, of which nothing is booked. */
    private static boolean isNeverTaken(Charge charge, Refund refund) {
        return charge.getAmountCaptured() != null
                && refund.getAmount() == charge.getAmount() - charge.getAmountCaptured()
                && refund.getBalanceTransaction() == null
                && meta(refund.getMetadata(), KEY) == null;
    }

    /** Newest first; a charge has no more than a page of them. */
    List<Refund> refunds(String intent, @Nullable String account) {
        RefundListParams params = RefundListParams.builder()
                .setPaymentIntent(intent)
                .setLimit(PAGE)
                .build();
        return api.ask(stripe ->
                stripe.v1().refunds().list(params, api.reading(account)).getData());
    }

    static RefundFact of(Refund refund) {
        RefundFact.Standing standing = switch (refund.getStatus()) {
            case "succeeded" -> RefundFact.Standing.SUCCEEDED;
            case "failed", "canceled" -> RefundFact.Standing.FAILED;
            default -> RefundFact.Standing.PROCESSING;
        };
        return new RefundFact(
                refund.getId(),
                meta(refund.getMetadata(), KEY),
                standing,
                StripeMoney.money(refund.getAmount(), refund.getCurrency()),
                standing == RefundFact.Standing.FAILED ? FailureCodes.ofFailedRefund(refund.getFailureReason()) : null);
    }

    private List<ChargeFact.Dispute> disputes(PaymentIntent intent, Charge charge, @Nullable String account) {
        if (!Boolean.TRUE.equals(charge.getDisputed())) {
            return List.of();
        }
        DisputeListParams params =
                DisputeListParams.builder().setPaymentIntent(intent.getId()).build();
        return api
                .ask(stripe -> stripe.v1()
                        .disputes()
                        .list(params, api.reading(account))
                        .getData())
                .stream()
                .map(ChargeFacts::dispute)
                .toList();
    }

    static ChargeFact.Dispute dispute(Dispute dispute) {
        Long dueBy = dispute.getEvidenceDetails() == null
                ? null
                : dispute.getEvidenceDetails().getDueBy();
        return new ChargeFact.Dispute(
                dispute.getId(),
                standing(dispute.getStatus()),
                isInquiry(dispute.getStatus()),
                isWithdrawn(dispute),
                StripeMoney.money(dispute.getAmount(), dispute.getCurrency()),
                dispute.getReason(),
                dueBy == null ? null : Instant.ofEpochSecond(dueBy),
                fee(dispute));
    }

    private static @Nullable Money fee(Dispute dispute) {
        List<BalanceTransaction> moves = dispute.getBalanceTransactions();
        if (moves == null || moves.isEmpty()) return null;
        long fee = moves.stream().mapToLong(BalanceTransaction::getFee).sum();
        return fee <= 0 ? null : StripeMoney.fee(fee, moves.getFirst().getCurrency());
    }

    /** Also what a bank let go of before it began. */
    private static boolean isInquiry(String status) {
        return status.startsWith("warning_") || status.equals("prevented");
    }

    /** Told apart by what moved on the balance: a state alone says nothing of it. */
    private static boolean isWithdrawn(Dispute dispute) {
        List<BalanceTransaction> moves = dispute.getBalanceTransactions();
        return dispute.getStatus().equals("lost")
                || moves != null && moves.stream().anyMatch(move -> move.getAmount() < 0);
    }

    private static ChargeFact.DisputeStanding standing(String dispute) {
        return switch (dispute) {
            case "under_review", "warning_under_review" -> ChargeFact.DisputeStanding.UNDER_REVIEW;
            case "won", "warning_closed", "prevented" -> ChargeFact.DisputeStanding.WON;
            case "lost" -> ChargeFact.DisputeStanding.LOST;
            default -> ChargeFact.DisputeStanding.NEEDS_RESPONSE;
        };
    }

    static @Nullable String meta(@Nullable Map<String, String> metadata, String name) {
        return metadata == null ? null : metadata.get(name);
    }
}
