package io.marquee.notification.carrier;

import io.marquee.platform.config.Settings.MailProvider;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Through Postmark: https://postmarkapp.com/developer/api/email-api. It knows no keys: a mail whose answer is lost on the way
 * is tried again and may come twice.
 */
final class PostmarkCarrier implements Carrier {
    /** https://postmarkapp.com/developer/api/overview#error-codes: they have had this address back, or a complaint. */
    private static final int INACTIVE_RECIPIENT = 406;

    private final MailProvider provider;
    private final JsonPost post = new JsonPost();

    PostmarkCarrier(MailProvider provider) {
        this.provider = provider;
    }

    @Override
    public void take(Envelope envelope) throws NotTaken {
        JsonPost.Answer answer = post.send(
                provider.api().resolve("/email"), Map.of("X-Postmark-Server-Token", provider.key()), body(envelope));
        int code = answer.body().path("ErrorCode").asInt(answer.good() ? 0 : -1);
        String said = answer.body().path("Message").asString("");
        if (code == INACTIVE_RECIPIENT) throw NotTaken.noMailbox("Postmark: " + said);
        if (!answer.good() || code != 0)
            throw NotTaken.because("Postmark: " + answer.status() + " " + code + " " + said, null);
    }

    private Map<String, Object> body(Envelope envelope) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("From", envelope.from());
        body.put("To", envelope.recipient());
        body.put("Subject", envelope.subject());
        body.put("HtmlBody", envelope.html());
        body.put("TextBody", envelope.plain());
        // they want what is sent to many, and can be ended, apart from what everybody must get
        body.put("MessageStream", envelope.unsubscribe() == null ? "outbound" : provider.optionalStream());
        body.put("Metadata", Map.of("mail", envelope.mail().toString()));
        body.put("TrackOpens", false);
        body.put("TrackLinks", "None");
        body.put("Headers", headers(envelope));
        List<Map<String, Object>> attachments = new ArrayList<>();
        for (Envelope.Attachment one : envelope.attachments()) {
            Map<String, Object> attachment = new LinkedHashMap<>();
            attachment.put("Name", one.name());
            attachment.put("Content", Base64.getEncoder().encodeToString(one.bytes()));
            attachment.put("ContentType", one.contentType());
            if (one.inline()) attachment.put("ContentID", "cid:" + one.name());
            attachments.add(attachment);
        }
        if (!attachments.isEmpty()) body.put("Attachments", attachments);
        return body;
    }

    private static List<Map<String, String>> headers(Envelope envelope) {
        List<Map<String, String>> headers = new ArrayList<>();
        headers.add(header("Auto-Submitted", "auto-generated"));
        headers.add(header("X-Marquee-Mail", envelope.mail().toString()));
        if (envelope.unsubscribe() != null) {
            headers.add(header("List-Unsubscribe", "<" + envelope.unsubscribe() + ">"));
            headers.add(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        }
        return headers;
    }

    private static Map<String, String> header(String name, String value) {
        return Map.of("Name", name, "Value", value);
    }
}
