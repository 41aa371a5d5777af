package io.marquee.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.kernel.Ids;
import io.marquee.payment.PaymentEvent;
import io.marquee.payment.PaymentId;
import io.marquee.payment.PaymentState;
import io.marquee.payment.PaymentView;
import io.marquee.payment.Payments;
import io.marquee.payment.WebhookFilter;
import io.marquee.payment.WebhookView;
import io.marquee.payment.Webhooks;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.PaymentFixture;
import io.marquee.testing.PaymentTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PaymentTest
class WebhooksTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    @Autowired
    private Payments payments;

    @Autowired
    private Webhooks webhooks;

    @Autowired
    private PaymentFixture fixture;

    @Autowired
    private SandboxFixture sandbox;

    @Autowired
    private SandboxSignature signature;

    @Autowired
    private FaultyProvider faulty;

    @Autowired
    private FaultyPost post;

    @Autowired
    private Settings settings;

    @Autowired
    private Acting acting;

    private Payments.Due due;

    @BeforeEach
    void behave() {
        due = fixture.due();
        sandbox.webhooksCome("now");
    }

    @AfterEach
    void mend() {
        sandbox.mend();
        faulty.mend();
    }

    @Test
    void the_sandbox_tells_us_over_http_and_the_payment_follows_before_any_poll() {
        PaymentView open = payments.start(due, "sandbox", null);

        sandbox.pay(open, PaymentFixture.GOOD_CARD);

        await().atMost(SOON).untilAsserted(() -> assertThat(stored(open)).isEqualTo(PaymentState.SUCCEEDED));
        assertThat(webhooksOf(open))
                .singleElement()
                .satisfies(told -> assertThat(told.type()).isEqualTo("charge.paid"));
    }

    @Test
    void told_twice_it_is_acted_on_once() {
        sandbox.webhooksCome("twice");
        PaymentView open = payments.start(due, "sandbox", null);

        sandbox.pay(open, PaymentFixture.GOOD_CARD);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(webhooksOf(open))
                        .singleElement()
                        .satisfies(told -> {
                            assertThat(told.deliveries()).isEqualTo(2);
                            assertThat(told.outcome()).isEqualTo("moved");
                        }));
        assertThat(fixture.heardOf(due.order())).hasSize(1);
    }

    @Test
    void told_late_it_is_still_right() {
        sandbox.webhooksCome("late");
        PaymentView open = payments.start(due, "sandbox", null);

        sandbox.pay(open, PaymentFixture.DECLINED_CARD);

        assertThat(webhooksOf(open)).isEmpty();
        await().atMost(SOON).untilAsserted(() -> assertThat(stored(open)).isEqualTo(PaymentState.FAILED));
    }

    @Test
    void never_told_the_poll_decides() {
        sandbox.webhooksCome("never");
        PaymentView open = payments.start(due, "sandbox", null);

        sandbox.pay(open, PaymentFixture.GOOD_CARD);

        await().untilAsserted(() -> assertThat(stored(open)).isEqualTo(PaymentState.SUCCEEDED));
        assertThat(webhooksOf(open)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void lost_doubled_and_in_any_order_it_ends_the_same(long seed) {
        sandbox.webhooksCome("never");
        faulty.line(FaultyProvider.Line.GOOD);
        PaymentView open = payments.start(due, FaultyProvider.NAME, null);
        sandbox.pay(open, PaymentFixture.CAREFUL_CARD);
        sandbox.authenticate(open, true);

        post.bringBadly(FaultyProvider.NAME, post.about(open.id()), new Random(seed));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(webhooksOf(open))
                        .isNotEmpty()
                        .allSatisfy(told -> assertThat(told.outcome()).isNotNull()));
        assertThat(stored(open)).isEqualTo(PaymentState.SUCCEEDED);
        assertThat(fixture.heardOf(due.order())).singleElement().isInstanceOf(PaymentEvent.PaymentSucceeded.class);
    }

    @Test
    void a_disputed_card_shows_beside_the_order() {
        PaymentView paid = payments.start(due, "sandbox", PaymentFixture.DISPUTED_CARD);

        assertThat(paid.state()).isEqualTo(PaymentState.SUCCEEDED);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                acting.asSystem(due.organization(), () -> payments.disputesOfOrder(due.order())))
                        .hasSize(1));
        assertThat(fixture.heardOf(due.order())).hasSize(2).last().isInstanceOf(PaymentEvent.DisputeOpened.class);
    }

    @Test
    void a_forged_webhook_is_refused_and_not_kept() {
        String body = payload(Ids.next().toString(), Ids.next());
        SandboxSignature stranger =
                new SandboxSignature(settings, Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)));

        assertThat(post.bring("sandbox", body, null)).isEqualTo(400);
        assertThat(post.bring("sandbox", body, "t=1,v1=" + "0".repeat(64))).isEqualTo(400);
        assertThat(post.bring("sandbox", body, signature.of("another body".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(400);
        assertThat(post.bring("sandbox", body, stranger.of(body.getBytes(StandardCharsets.UTF_8))))
                .as("one that is an hour old")
                .isEqualTo(400);
        assertThat(all()).noneMatch(told -> body.contains(told.eventId()));
    }

    @Test
    void what_we_do_not_know_is_kept_and_answered_well() {
        UUID nobody = Ids.next();
        String event = "evt_" + Ids.next();

        assertThat(post.bring("sandbox", payload(event, nobody))).isEqualTo(200);
        assertThat(post.bring("sandbox", "{\"id\":\"" + event + "b\",\"type\":\"invoice.made\"}"))
                .isEqualTo(200);
        assertThat(post.bring("sandbox", "[]")).isEqualTo(400);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(all())
                        .filteredOn(told -> told.eventId().startsWith(event))
                        .extracting(WebhookView::outcome)
                        .containsExactlyInAnyOrder("unknown_payment", "ignored"));
    }

    @Test
    void the_administrator_has_a_webhook_handled_again() {
        PaymentView open = payments.start(due, "sandbox", null);
        sandbox.pay(open, PaymentFixture.GOOD_CARD);
        await().atMost(SOON).until(() -> webhooksOf(open).stream().anyMatch(told -> told.outcome() != null));

        UUID told = webhooksOf(open).getFirst().id();
        acting.asPlatform(() -> webhooks.replay(told.toString()));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(webhooksOf(open))
                        .singleElement()
                        .satisfies(again -> {
                            assertThat(again.replays()).isEqualTo(1);
                            assertThat(again.outcome()).isEqualTo("nothing_new");
                        }));
    }

    private static String payload(String event, UUID reference) {
        return "{\"id\":\"%s\",\"type\":\"charge.paid\",\"data\":{\"reference\":\"%s\"}}".formatted(event, reference);
    }

    private PaymentState stored(PaymentView payment) {
        return acting.asSystem(due.organization(), () -> payments.ofOrder(payment.order()))
                .getFirst()
                .state();
    }

    private List<WebhookView> webhooksOf(PaymentView payment) {
        PaymentId id = payment.id();
        return all().stream()
                .filter(told -> id.toString().equals(told.reference()))
                .toList();
    }

    private List<WebhookView> all() {
        return acting.asPlatform(() -> webhooks.found(WebhookFilter.ALL, null, 100))
                .items();
    }
}
