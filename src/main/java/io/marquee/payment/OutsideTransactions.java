package io.marquee.payment;

import io.marquee.payment.provider.Capability;
import io.marquee.payment.provider.CaptureRequest;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.provider.ChargeRef;
import io.marquee.payment.provider.ChargeRequest;
import io.marquee.payment.provider.Charging;
import io.marquee.payment.provider.DisputeDesk;
import io.marquee.payment.provider.Notice;
import io.marquee.payment.provider.PaymentProvider;
import io.marquee.payment.provider.PayoutAccounts;
import io.marquee.payment.provider.RefundFact;
import io.marquee.payment.provider.RefundRequest;
import io.marquee.payment.provider.SavedMethods;
import io.marquee.payment.provider.WebhookCall;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Refuses to call a provider inside a transaction: a slow provider would keep locks and connections from everybody, and
 * a rollback would forget what the provider did.
 */
record OutsideTransactions(PaymentProvider provider) implements PaymentProvider {

    static void require() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a payment provider may not be called inside a transaction");
        }
    }

    @Override
    public String name() {
        return provider.name();
    }

    @Override
    public Set<Capability> capabilities() {
        return provider.capabilities();
    }

    @Override
    public boolean offered() {
        return provider.offered();
    }

    @Override
    public Charging charging() {
        return provider.charging();
    }

    @Override
    public boolean requiresAccount() {
        return provider.requiresAccount();
    }

    /** Asked for where it is used at once: what it answers is no more guarded. */
    @Override
    public @Nullable PayoutAccounts payoutAccounts() {
        require();
        return provider.payoutAccounts();
    }

    @Override
    public @Nullable DisputeDesk disputeDesk() {
        require();
        return provider.disputeDesk();
    }

    @Override
    public void check(String method) {
        require();
        provider.check(method);
    }

    @Override
    public ChargeFact start(ChargeRequest request) {
        require();
        return provider.start(request);
    }

    @Override
    public ChargeFact charge(ChargeRef ref) {
        require();
        return provider.charge(ref);
    }

    @Override
    public ChargeFact cancel(ChargeRequest request, @Nullable ChargeRef ref) {
        require();
        return provider.cancel(request, ref);
    }

    @Override
    public ChargeFact capture(CaptureRequest request) {
        require();
        return provider.capture(request);
    }

    @Override
    public Stream<ChargeFact> charges(@Nullable String account, Instant from, Instant until) {
        require();
        return provider.charges(account, from, until);
    }

    @Override
    public RefundFact refund(RefundRequest request) {
        require();
        return provider.refund(request);
    }

    @Override
    public Notice read(WebhookCall call) {
        return provider.read(call);
    }

    @Override
    public @Nullable String referenceOf(Notice notice) {
        require();
        return provider.referenceOf(notice);
    }

    @Override
    public @Nullable SavedMethods savedMethods() {
        return provider.savedMethods();
    }
}
