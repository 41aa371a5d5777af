package io.marquee.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.net.Webhook;
import io.marquee.payment.provider.ForgedWebhook;
import io.marquee.payment.provider.Notice;
import io.marquee.payment.provider.WebhookCall;
import io.marquee.platform.config.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a webhook, and which are taken for Stripe's. */
class StripeWebhooksTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String BODY = """
            {"id": "evt_1", "object": "event", "api_version": "2019-02-19", "type": "payment_intent.succeeded",
             "account": "acct_1", "data": {"object": {"id": "pi_1", "metadata": {"reference": "p-1"}}}}""";

    @TempDir
    private Path folder;

    private StripeWebhooks webhooks;

    @BeforeEach
    void two_endpoints() {
        Settings settings = Settings.from(Map.of(
                "MARQUEE_DATA",
                folder.toString(),
                "MARQUEE_STRIPE_SECRET_KEY",
                "sk_test_1",
                "MARQUEE_STRIPE_WEBHOOK_SECRET",
                "whsec_platform,whsec_connect"));
        webhooks = new StripeWebhooks(new StripeApi(settings), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"whsec_platform", "whsec_connect"})
    void each_endpoint_signs_with_its_own_secret(String secret) throws GeneralSecurityException {
        assertThat(read(BODY, signature(BODY, secret, NOW)))
                .isEqualTo(new Notice("evt_1", "payment_intent.succeeded", "p-1", "acct_1", "pi_1"));
    }

    @Test
    void a_signature_is_good_for_five_minutes() throws GeneralSecurityException {
        String justInTime = signature(BODY, "whsec_platform", NOW.minusSeconds(299));
        String late = signature(BODY, "whsec_platform", NOW.minusSeconds(301));

        assertThat(read(BODY, justInTime).eventId()).isEqualTo("evt_1");
        assertForged(BODY, late);
    }

    @Test
    void what_was_changed_on_the_way_or_signed_by_others_is_forged() throws GeneralSecurityException {
        assertForged(BODY.replace("pi_1", "pi_2"), signature(BODY, "whsec_platform", NOW));
        assertForged(BODY, signature(BODY, "whsec_other", NOW));
        assertForged(BODY, null);
        assertForged(BODY, "t=yesterday,v1=00");
        assertForged("not json", signature("not json", "whsec_platform", NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"evt_2\", \"type\": \"something.new\"}",
                "{\"id\": \"evt_2\", \"type\": \"something.new\", \"data\": {\"object\": [1, 2]}}",
                "{\"id\": \"evt_2\", \"type\": \"something.new\", \"data\": {\"object\": {\"metadata\": null, \"id\": 7}}}"
            })
    void unknown_types_and_shapes_are_read_as_far_as_they_go(String body) throws GeneralSecurityException {
        assertThat(read(body, signature(body, "whsec_platform", NOW)))
                .isEqualTo(new Notice("evt_2", "something.new", null, null, null));
    }

    private Notice read(String body, @Nullable String signature) {
        return webhooks.read(new WebhookCall(
                body.getBytes(StandardCharsets.UTF_8), name -> name.equals("Stripe-Signature") ? signature : null));
    }

    private void assertForged(String body, @Nullable String signature) {
        assertThatThrownBy(() -> read(body, signature)).isInstanceOf(ForgedWebhook.class);
    }

    private static String signature(String body, String secret, Instant at) throws GeneralSecurityException {
        long seconds = at.getEpochSecond();
        return "t=" + seconds + ",v1=" + Webhook.Util.computeHmacSha256(secret, seconds + "." + body);
    }
}
