package io.marquee.payment.sandbox;

import io.marquee.kernel.Ids;
import io.marquee.kernel.Money;
import io.marquee.payment.PaymentId;
import io.marquee.payment.PaymentView;
import io.marquee.payment.ReconciliationFixture;
import io.marquee.payment.provider.ChargeRef;
import io.marquee.payment.provider.ChargeRequest;
import io.marquee.payment.provider.RefundRequest;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.PaymentFixture;
import java.time.Instant;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets the sandbox up for a test, and plays the buyer on its hosted page. */
@Component
public class SandboxFixture {
    private final SandboxBehaviours behaviours;
    private final SandboxServer server;
    private final SandboxRefunds refunds;
    private final SandboxCharges charges;
    private final SandboxDisputes disputes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Acting acting;
    private final ObjectProvider<ReconciliationFixture> reconciliation;

    SandboxFixture(
            SandboxBehaviours behaviours,
            SandboxServer server,
            SandboxRefunds refunds,
            SandboxCharges charges,
            SandboxDisputes disputes,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Acting acting,
            ObjectProvider<ReconciliationFixture> reconciliation) {
        this.behaviours = behaviours;
        this.server = server;
        this.refunds = refunds;
        this.charges = charges;
        this.disputes = disputes;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.acting = acting;
        this.reconciliation = reconciliation;
    }

    /** Late means a second; slow cards and disputes come at once. @param delivery now, late, twice or never */
    public void webhooksCome(String delivery) {
        behave(delivery, 1, 0, 0);
    }

    public void behave(String delivery, int lateSeconds, int settleSeconds, int disputeSeconds) {
        acting.asPlatform(() -> behaviours.set(
                new BehaviourForm(delivery, "" + lateSeconds, "" + settleSeconds, "" + disputeSeconds).parsed()));
    }

    /** As it is when nobody touched it. */
    public void mend() {
        behave("now", 30, 10, 10);
    }

    /** The buyer types a test card into the hosted page. */
    public void pay(PaymentView open, String card) {
        acting.asPlatform(() -> server.pay(ref(open), TestCard.of(card).orElseThrow(), "2040-12"));
    }

    /** The buyer says in their bank's app whether it was they. */
    public void authenticate(PaymentView open, boolean approved) {
        acting.asPlatform(() -> server.authenticate(ref(open), approved));
    }

    /** Somebody gives money back in the provider's dashboard. */
    public void refundWithoutUs(PaymentId payment, Money amount) {
        String charge = charge(payment);
        acting.asPlatform(() ->
                refunds.refund(new RefundRequest("dashboard-" + Ids.next(), new ChargeRef(charge, null), amount)));
    }

    /** Somebody takes of what is reserved in the provider's dashboard. */
    public void captureWithoutUs(PaymentId payment, Money amount) {
        acting.asPlatform(() -> server.capture(charge(payment), amount));
    }

    /** The bank does not keep what is reserved any longer, and tells nobody; nobody looks before something is decided. */
    public void lapseUnheard(PaymentId payment) {
        rewrite(
                "update platform.scheduled_tasks set execution_time = now() + interval '1 day'"
                        + " where task_name = 'payment.poll' and task_instance = ?",
                payment.toString());
        rewrite("update payment.sandbox_charges set state = 'cancelled' where reference = ?", payment.toString());
    }

    /** A buyer wants money back through the bank, which decides at once. @param won by the shop */
    public void disputed(PaymentId payment, boolean won) {
        String charge = charge(payment);
        acting.asPlatform(() -> {
            transaction.executeWithoutResult(status -> disputes.open(charges.locked(charge)));
            disputes.decide(disputes.of(charge).getFirst().id(), won);
        });
    }

    private String charge(PaymentId payment) {
        return one(
                "select id from payment.sandbox_charges where reference = ? order by created_at limit 1",
                payment.toString());
    }

    /** A charge that is paid, and that nobody here asked for in this way. @return its id */
    public String chargeWithoutUs(String reference, Money amount) {
        String key = "stray-" + Ids.next();
        acting.asPlatform(() -> server.start(new ChargeRequest(
                key,
                reference,
                null,
                null,
                amount,
                Money.zero(amount.currency()),
                "stray",
                "ada@example.org",
                null,
                ChargeRequest.Presentation.REDIRECT,
                ChargeRequest.Capture.AT_ONCE,
                false,
                PaymentFixture.GOOD_CARD,
                false,
                "http://localhost",
                Instant.now().plusSeconds(600))));
        return one("select id from payment.sandbox_charges where idempotency_key = ?", key);
    }

    /** The nightly comparison of the sandbox's books, now and with everything that is in them. */
    public void reconcile() {
        reconciliation.getObject().reconcile(SandboxProvider.NAME);
    }

    /** What the provider's books say is another than it was. */
    public void rewrite(String statement, Object parameter) {
        acting.asPlatform(() -> transaction.executeWithoutResult(
                status -> jdbc.sql(statement).param(parameter).update()));
    }

    public String one(String query, Object... parameters) {
        return acting.asPlatform(() -> transaction.execute(
                status -> jdbc.sql(query).params(parameters).query(String.class).single()));
    }

    /** The charge's id, from the address of its page. */
    public static String ref(PaymentView open) {
        String[] path = Objects.requireNonNull(open.nextAction()).url().split("/");
        return path[path.length - 1].equals("authentication") ? path[path.length - 2] : path[path.length - 1];
    }
}
