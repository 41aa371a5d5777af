package io.marquee.notification.carrier;

import io.marquee.platform.config.Settings.MailProvider;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Through Resend: https://resend.com/docs/api-reference/emails/send-email. It knows a mail by its key for a day, so that one
 * whose answer was lost is not sent twice.
 */
final class ResendCarrier implements Carrier {
    private final MailProvider provider;
    private final JsonPost post = new JsonPost();

    ResendCarrier(MailProvider provider) {
        this.provider = provider;
    }

    @Override
    public void take(Envelope envelope) throws NotTaken {
        JsonPost.Answer answer = post.send(
                provider.api().resolve("/emails"),
                Map.of("Authorization", "Bearer " + provider.key(), "Idempotency-Key", envelope.key()),
                body(envelope));
        String name = answer.body().path("name").asString("");
        // the key is known with other bytes, such as a PDF that was drawn anew: they have the first of them
        if (answer.good() || name.equals("invalid_idempotent_request")) return;
        throw NotTaken.because(
                "Resend: " + answer.status() + " " + name + " "
                        + answer.body().path("message").asString(""),
                null);
    }

    private static Map<String, Object> body(Envelope envelope) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("from", envelope.from());
        body.put("to", List.of(envelope.recipient()));
        body.put("subject", envelope.subject());
        body.put("html", envelope.html());
        body.put("text", envelope.plain());
        body.put("headers", headers(envelope));
        List<Map<String, Object>> attachments = new ArrayList<>();
        for (Envelope.Attachment one : envelope.attachments()) {
            Map<String, Object> attachment = new LinkedHashMap<>();
            attachment.put("filename", one.name());
            attachment.put("content", Base64.getEncoder().encodeToString(one.bytes()));
            attachment.put("content_type", one.contentType());
            if (one.inline()) attachment.put("content_id", one.name());
            attachments.add(attachment);
        }
        if (!attachments.isEmpty()) body.put("attachments", attachments);
        return body;
    }

    private static Map<String, String> headers(Envelope envelope) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Auto-Submitted", "auto-generated");
        headers.put("X-Marquee-Mail", envelope.mail().toString());
        if (envelope.unsubscribe() != null) {
            headers.put("List-Unsubscribe", "<" + envelope.unsubscribe() + ">");
            headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return headers;
    }
}
