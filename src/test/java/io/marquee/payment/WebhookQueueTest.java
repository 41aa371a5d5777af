package io.marquee.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.kernel.Ids;
import io.marquee.payment.provider.Notice;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.payment.sandbox.FaultyProvider;
import io.marquee.payment.sandbox.SandboxFixture;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PaymentTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** However many webhooks come, and whatever they are about: none is lost, and none is handled more often than it helps. */
@PaymentTest
class WebhookQueueTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    @Autowired
    private WebhookRows rows;

    @Autowired
    private WebhookQueue queue;

    @Autowired
    private WebhookDrain drain;

    @Autowired
    private Webhooks webhooks;

    @Autowired
    private Payments payments;

    @Autowired
    private PaymentFixture fixture;

    @Autowired
    private SandboxFixture sandbox;

    @Autowired
    private FaultyProvider faulty;

    @Autowired
    private ListeningDesk desk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Acting acting;

    private final String mark = "evt_" + Ids.next();

    @BeforeEach
    void quiet() {
        sandbox.webhooksCome("never");
        faulty.line(FaultyProvider.Line.GOOD);
    }

    @AfterEach
    void mend() {
        sandbox.mend();
        faulty.mend();
        desk.mend();
    }

    @Test
    void ten_webhooks_about_one_payment_are_one_look() {
        PaymentView open = payments.start(fixture.due(), FaultyProvider.NAME, null);
        sandbox.pay(open, PaymentFixture.GOOD_CARD);
        int before = faulty.looks(open.id());

        IntStream.range(0, 10).forEach(i -> told(i, "charge.paid", open.id().toString(), null));
        drain.wake();

        await().atMost(SOON).until(() -> mine().stream().allMatch(told -> told.handledAt() != null));
        assertThat(mine())
                .extracting(WebhookView::outcome)
                .containsOnlyOnce("moved")
                .contains("with_another");
        assertThat(faulty.looks(open.id()) - before).isEqualTo(1);
    }

    @Test
    void looks_at_different_payments_go_side_by_side() throws InterruptedException {
        List<PaymentView> open = IntStream.range(0, 4)
                .mapToObj(i -> payments.start(fixture.due(), FaultyProvider.NAME, null))
                .toList();
        CountDownLatch together = new CountDownLatch(open.size());
        faulty.bend(fact -> {
            if (open.stream().anyMatch(payment -> payment.id().toString().equals(fact.reference()))) meet(together);
            return fact;
        });

        acting.asPlatform(() -> transaction.executeWithoutResult(status -> IntStream.range(0, open.size())
                .forEach(i -> told(i, "charge.paid", open.get(i).id().toString(), null))));
        drain.wake();

        assertThat(together.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        await().atMost(SOON).until(() -> mine().stream().allMatch(told -> told.handledAt() != null));
    }

    @Test
    void whoever_pays_while_many_wait_is_not_made_to_wait_for_all_of_them() {
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> {
            IntStream.range(0, 100)
                    .forEach(i -> told(i, "charge.paid", Ids.next().toString(), null));
            jdbc.sql(
                            "update payment.webhooks set urgent = true, due_at = due_at - interval '1 minute' where provider_event_id like ?")
                    .param(mark + "-%")
                    .update();
            told(100, "charge.paid", Ids.next().toString(), null);
            jdbc.sql("update payment.webhooks set urgent = true where provider_event_id = ?")
                    .param(mark + "-100")
                    .update();

            List<String> claimed = queue.claim().stream()
                    .flatMap(List::stream)
                    .map(row -> row.notice().eventId())
                    .toList();

            assertThat(claimed).contains(mark + "-100").hasSizeLessThanOrEqualTo(25);
            assertThat(claimed).filteredOn(event -> event.startsWith(mark)).hasSizeGreaterThan(10);
            status.setRollbackOnly();
        }));
    }

    @Test
    void what_is_about_no_payment_goes_to_whoever_cares_about_its_type() {
        told(1, "listening.opened", null, "desk_1");
        told(2, "listening.closed", null, "desk_1");
        told(3, "elsewhere.opened", null, "desk_2");
        drain.wake();

        await().atMost(SOON).until(() -> mine().stream().allMatch(told -> told.handledAt() != null));
        assertThat(desk.heard(mark)).containsExactlyInAnyOrder("listening.opened", "listening.closed");
        assertThat(mine())
                .filteredOn(told -> told.type().equals("elsewhere.opened"))
                .singleElement()
                .satisfies(told -> assertThat(told.outcome()).isEqualTo("ignored"));
    }

    @Test
    void while_a_provider_is_away_its_webhooks_wait_and_are_never_given_up() {
        desk.fails(new ProviderUnreachable("away", null));
        told(1, "listening.opened", null, "desk_1");
        tries(50);
        drain.wake();

        await().atMost(SOON).until(() -> mine().getFirst().lastError() != null);
        assertThat(mine().getFirst().outcome()).isNull();
        assertThat(mine().getFirst().dueAt()).isNotNull();

        desk.mend();
        webhooksAgain();
        await().atMost(SOON).until(() -> "moved".equals(mine().getFirst().outcome()));
    }

    @Test
    void one_that_nobody_can_handle_is_given_up_in_the_end_and_shown() {
        desk.fails(new IllegalStateException("of a kind that we cannot read"));
        told(1, "listening.opened", null, "desk_1");
        tries(9);
        drain.wake();

        await().atMost(SOON).until(() -> "given_up".equals(mine().getFirst().outcome()));
        assertThat(mine().getFirst().lastError()).contains("of a kind that we cannot read");
        assertThat(acting.asPlatform(
                        () -> webhooks.found(new WebhookFilter("", "listening.", "given_up", true), null, 100)
                                .items()))
                .anyMatch(told -> told.eventId().startsWith(mark));
    }

    @Test
    void one_that_was_given_up_has_another_chance_when_it_is_told_again() {
        desk.fails(new IllegalStateException("not yet"));
        told(1, "listening.opened", null, "desk_1");
        tries(9);
        drain.wake();
        await().atMost(SOON).until(() -> "given_up".equals(mine().getFirst().outcome()));

        desk.mend();
        told(1, "listening.opened", null, "desk_1");
        drain.wake();

        await().atMost(SOON).until(() -> "moved".equals(mine().getFirst().outcome()));
        assertThat(mine().getFirst().deliveries()).isEqualTo(2);
    }

    @Test
    void what_was_handled_long_ago_is_forgotten() {
        told(1, "elsewhere.opened", null, "desk_1");
        told(2, "elsewhere.opened", null, "desk_2");
        drain.wake();
        await().atMost(SOON).until(() -> mine().stream().allMatch(told -> told.handledAt() != null));
        sql(
                "update payment.webhooks set handled_at = handled_at - interval '31 days' where provider_event_id = ?",
                mark + "-1");

        queue.purge();

        assertThat(mine()).extracting(WebhookView::eventId).containsExactly(mark + "-2");
    }

    private static void meet(CountDownLatch others) {
        others.countDown();
        try {
            others.await(SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void told(int number, String type, String reference, String object) {
        rows.keep(new WebhookRows.Told(
                FaultyProvider.NAME, new Notice(mark + "-" + number, type, reference, null, object), "{}"));
    }

    private List<WebhookView> mine() {
        return acting.asPlatform(() -> webhooks.found(WebhookFilter.ALL, null, 100)).items().stream()
                .filter(told -> told.eventId().startsWith(mark))
                .toList();
    }

    private void tries(int before) {
        sql("update payment.webhooks set tries = " + before + " where provider_event_id = ?", mark + "-1");
    }

    private void webhooksAgain() {
        acting.asPlatform(() -> webhooks.replay(mine().getFirst().id().toString()));
    }

    private void sql(String statement, String event) {
        acting.asPlatform(() -> transaction.executeWithoutResult(
                status -> jdbc.sql(statement).param(event).update()));
    }
}
