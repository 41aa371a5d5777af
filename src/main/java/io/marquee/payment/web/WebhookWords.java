package io.marquee.payment.web;

import io.marquee.payment.WebhookView;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A webhook as it is shown. */
final class WebhookWords {
    private static final ZoneId UTC = ZoneId.of("UTC");

    private WebhookWords() {}

    static AdminView.Row row(WebhookView webhook, Text text) {
        return new AdminView.Row(
                "/admin/webhooks/" + webhook.id(),
                "/admin/webhooks/" + webhook.id() + "/replays",
                webhook.type(),
                webhook.provider(),
                first(webhook.reference(), webhook.object()),
                text.dateTime(webhook.receivedAt(), UTC),
                webhook.deliveries(),
                webhook.replays(),
                outcome(webhook.outcome(), text));
    }

    static AdminView.Detail detail(WebhookView webhook, String payload, Text text) {
        return new AdminView.Detail(
                row(webhook, text),
                webhook.eventId(),
                first(webhook.account()),
                webhook.tries(),
                webhook.dueAt() == null ? "–" : text.dateTime(webhook.dueAt(), UTC),
                webhook.lastError(),
                indented(payload));
    }

    private static String first(@Nullable String... found) {
        return Stream.of(found).filter(one -> one != null).findFirst().orElse("–");
    }

    private static Chip outcome(@Nullable String outcome, Text text) {
        String word = outcome == null ? "waiting" : outcome;
        Tone tone = switch (word) {
            case "moved" -> Tone.GOOD;
            case "waiting", "unknown_payment" -> Tone.WARN;
            case "given_up" -> Tone.BAD;
            default -> Tone.PLAIN;
        };
        return new Chip(text.get("payment.webhooks.outcome." + word), tone);
    }

    private static String indented(String payload) {
        JsonMapper json = JsonMapper.shared();
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(payload));
        } catch (JacksonException none) {
            return payload;
        }
    }
}
