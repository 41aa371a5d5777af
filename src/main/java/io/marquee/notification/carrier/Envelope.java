package io.marquee.notification.carrier;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is ready to go, and what goes with it.
 *
 * @param round how often somebody has asked for it to be sent anew: what was taken in another round is not this
 * @param unsubscribe where the recipient ends letters like this; null for those that always come
 */
public record Envelope(
        UUID mail,
        int round,
        String from,
        String recipient,
        String subject,
        String html,
        String plain,
        @Nullable String unsubscribe,
        List<Attachment> attachments) {

    /** @param inline shown in the text under {@code cid:name} */
    public record Attachment(String name, String contentType, boolean inline, byte[] bytes) {}

    /** Known to those who take it, so that a repetition is none. */
    String key() {
        return "mail/" + mail + "/" + round;
    }
}
