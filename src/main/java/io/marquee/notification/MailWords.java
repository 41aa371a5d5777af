package io.marquee.notification;

import org.jspecify.annotations.Nullable;

/**
 * The words of a mail that can be changed. A part that is null is the product's own.
 *
 * @param body in Markdown
 * @param button its label
 */
public record MailWords(
        @Nullable String subject,
        @Nullable String heading,
        @Nullable String body,
        @Nullable String button) {
    static final MailWords OURS = new MailWords(null, null, null, null);

    /** Whether nothing of it is the organization's own. */
    public boolean isOurs() {
        return equals(OURS);
    }

    /** These, and where they are null those. */
    MailWords or(MailWords those) {
        return new MailWords(
                subject == null ? those.subject : subject,
                heading == null ? those.heading : heading,
                body == null ? those.body : body,
                button == null ? those.button : button);
    }

    /** Null wherever blank, or the same as there. */
    MailWords unlike(MailWords those) {
        return new MailWords(
                unlike(subject, those.subject),
                unlike(heading, those.heading),
                unlike(body, those.body),
                unlike(button, those.button));
    }

    private static @Nullable String unlike(@Nullable String mine, @Nullable String theirs) {
        if (mine == null || mine.isBlank()) return null;
        String clean = mine.strip().replace("\r\n", "\n");
        return clean.equals(theirs) ? null : clean;
    }
}
