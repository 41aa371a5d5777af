package io.marquee.payment.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import io.marquee.payment.provider.ForgedWebhook;
import io.marquee.payment.provider.Notice;
import io.marquee.payment.provider.WebhookCall;
import io.marquee.platform.config.Settings.Stripe;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what Stripe tells. Only what every version of its API has alike is read, so that neither an old version nor an
 * unknown type matters.
 */
@Component
class StripeWebhooks {
    static final String HEADER = "Stripe-Signature";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final StripeApi api;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    StripeWebhooks(StripeApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /** @throws ForgedWebhook */
    Notice read(WebhookCall call) {
        String body = new String(call.body(), StandardCharsets.UTF_8);
        verify(body, call.header().apply(HEADER));
        try {
            JsonNode event = json.readTree(body);
            JsonNode object = event.path("data").path("object");
            return new Notice(
                    event.path("id").asString(""),
                    event.path("type").asString(""),
                    reference(object),
                    text(event.path("account")),
                    text(
                            object.isObject()
                                    ? object.path("id")
                                    : event.path("related_object").path("id")));
        } catch (JacksonException e) {
            throw new ForgedWebhook("no JSON");
        }
    }

    /** Each endpoint signs with a secret of its own, and with two while one is replaced. */
    private void verify(String body, @Nullable String signature) {
        Stripe settings = api.settings();
        if (settings == null || settings.webhookSecrets().isEmpty()) {
            throw new ForgedWebhook("no secret is set");
        }
        boolean genuine = signature != null
                && settings.webhookSecrets().stream().anyMatch(secret -> isSignedWith(secret, body, signature));
        if (!genuine) {
            throw new ForgedWebhook("no signature of ours, or too old");
        }
    }

    private boolean isSignedWith(String secret, String body, String signature) {
        try {
            return Webhook.Signature.verifyHeader(body, signature, secret, TOLERANCE.toSeconds(), clock);
        } catch (SignatureVerificationException | NumberFormatException wrong) {
            return false;
        }
    }

    private static @Nullable String reference(JsonNode object) {
        String inMetadata = text(object.path("metadata").path(ChargeParams.REFERENCE));
        return inMetadata == null ? text(object.path("client_reference_id")) : inMetadata;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() && !node.stringValue().isEmpty() ? node.stringValue() : null;
    }
}
