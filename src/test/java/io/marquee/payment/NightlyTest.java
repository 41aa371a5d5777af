package io.marquee.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.marquee.kernel.Ids;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.payment.sandbox.FaultyProvider;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PaymentTest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every night all that still moves is compared: slice by slice, and what is cut short goes on where it was. */
@PaymentTest
class NightlyTest {
    private static final int MANY = 2600;

    @Autowired
    private FaultyProvider faulty;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private Reconciling reconciling;

    @Autowired
    private ReconciliationRuns runs;

    @Autowired
    private PaymentFixture fixture;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Acting acting;

    @Autowired
    private Clock clock;

    private String account;
    private Instant longAgo;

    @BeforeEach
    void begin() {
        account = "acct_" + Ids.next();
        longAgo = clock.instant().minus(Duration.ofDays(300)).truncatedTo(ChronoUnit.SECONDS);
    }

    @AfterEach
    void mend() {
        faulty.mend();
    }

    @Test
    void a_comparison_that_was_cut_short_goes_on_where_it_was() {
        paidLongAgo(MANY);
        AtomicInteger left = new AtomicInteger(2300);
        faulty.bend(fact -> {
            if (left.decrementAndGet() < 0) throw new ProviderUnreachable("gone in the middle", null);
            return fact;
        });
        UUID run = acting.asPlatform(() -> insertRun("waiting", null, 0));
        assertThatThrownBy(() -> reconciling.run(run)).isInstanceOf(ProviderUnreachable.class);
        ReconciliationView stopped = read(run);
        assertThat(stopped.state()).isEqualTo("failed");
        assertThat(stopped.reachedAt()).isAfter(stopped.from()).isBefore(stopped.until());
        assertThat(stopped.charges()).isBetween(1, 2300).isEqualTo(stopped.payments());

        AtomicInteger again = new AtomicInteger();
        faulty.bend(fact -> {
            again.incrementAndGet();
            return fact;
        });
        reconciling.run(run);

        ReconciliationView done = read(run);
        assertThat(done.state()).isEqualTo("done");
        assertThat(done.charges()).isEqualTo(MANY).isEqualTo(done.payments());
        // jobs may ask of some beside it
        assertThat(again.get()).as("not from the beginning").isBetween(MANY - stopped.charges(), MANY - 1);
        assertThat(done.found()).isZero();
        assertThat(done.reachedAt()).isEqualTo(done.until());
    }

    @Test
    void every_night_covers_what_was_paid_long_ago_and_one_that_did_not_end_goes_on_first() {
        paidLongAgo(3);
        faulty.bend(fact -> fact);
        UUID cutShort = acting.asPlatform(() -> insertRun("running", longAgo.plusSeconds(2), 2));

        nightFalls();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> read(cutShort).state().equals("done"));
        assertThat(read(cutShort).charges()).as("two, and the last one").isEqualTo(3);
        assertThat(ofAccount()).hasSize(1);

        nightFalls();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ofAccount().stream().allMatch(run -> run.state().equals("done")));
        assertThat(ofAccount()).hasSize(2);
        assertThat(ofAccount().getFirst().charges()).as("a whole night").isEqualTo(3);
    }

    private void nightFalls() {
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> reconciliation.startNightly()));
    }

    private List<ReconciliationView> ofAccount() {
        return acting.asPlatform(() -> runs.recent(null, 500)).items().stream()
                .filter(run -> account.equals(run.account()))
                .toList();
    }

    private ReconciliationView read(UUID run) {
        return acting.asPlatform(() -> runs.byId(run));
    }

    /** As it was when its node died. */
    private UUID insertRun(String state, @org.jspecify.annotations.Nullable Instant reached, int charges) {
        UUID id = Ids.next();
        transaction.executeWithoutResult(status -> jdbc.sql("""
                        insert into payment.reconciliations
                          (id, provider, account, kind, from_at, until_at, state, requested_at, started_at, reached_at, charges, payments)
                        values (:id, :provider, :account, 'nightly', :from, :until, :state, :now, :now, :reached, :charges, :charges)
                        """)
                .param("id", id)
                .param("provider", FaultyProvider.NAME)
                .param("account", account)
                .param("from", Timestamp.from(longAgo.minusSeconds(60)))
                .param("until", Timestamp.from(longAgo.plusSeconds(MANY + 60)))
                .param("state", state)
                .param("now", Timestamp.from(clock.instant()))
                .param("reached", reached == null ? null : Timestamp.from(reached))
                .param("charges", charges)
                .update());
        return id;
    }

    /** One each second, that both sides know and that came to nothing. */
    private void paidLongAgo(int many) {
        Payments.Due due = fixture.due();
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> {
            for (String table : List.of("""
                    insert into payment.payments
                      (id, order_id, hold_id, event_id, organization_id, buyer_email, provider, provider_account, state, amount,
                       currency, idempotency_key, description, return_url, expires_at, provider_ref, created_at, updated_at)
                    select id, uuidv7(), uuidv7(), :event, :organization, 'old@example.org', 'faulty', :account, 'cancelled', 2400,
                           'EUR', 'payment-' || id, 'old', '/', at, 'ch_' || id, at, at
                    """, """
                    insert into payment.sandbox_charges
                      (id, idempotency_key, reference, account_id, state, amount, currency, description, email, return_url,
                       expires_at, created_at, updated_at)
                    select 'ch_' || id, 'payment-' || id, id, :account, 'cancelled', 2400, 'EUR', 'old', 'old@example.org', '/', at,
                           at, at
                    """)) {
                jdbc.sql(table + """
                                from (select md5(:account || n)::uuid id, :from::timestamptz + n * interval '1 second' as at
                                      from generate_series(0, :many - 1) n) books
                                """)
                        .param("event", due.event().value())
                        .param("organization", due.organization().value())
                        .param("account", account)
                        .param("from", Timestamp.from(longAgo))
                        .param("many", many)
                        .update();
            }
        }));
    }
}
