package io.marquee.notification.carrier;

import io.marquee.platform.config.Settings;
import io.marquee.platform.config.Settings.Smtp;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Through a mail server, signed by DKIM where that is configured. */
final class SmtpCarrier implements Carrier {
    private final Session session;
    private final SmtpLines lines;
    private final @Nullable DkimSigner signer;
    private final boolean toPostmark;
    private final Clock clock;

    SmtpCarrier(Settings settings, Smtp smtp, Clock clock) {
        Properties properties = new Properties();
        properties.putAll(smtp.properties());
        this.session = Session.getInstance(properties);
        this.lines = new SmtpLines(session, smtp);
        Settings.Dkim dkim = settings.mailing().dkim();
        this.signer = dkim == null ? null : new DkimSigner(dkim);
        this.toPostmark = settings.mailing().postmarkPassword() != null;
        this.clock = clock;
    }

    @Override
    public void take(Envelope envelope) throws NotTaken {
        try {
            MimeMessage message = message(envelope);
            SmtpLines.Line line = lines.open();
            try {
                line.transport().sendMessage(message, message.getAllRecipients());
            } catch (MessagingException refused) {
                line.hangUp();
                throw refused;
            }
            lines.keep(line);
        } catch (MessagingException | IOException refused) {
            String noMailbox = RefusedRecipient.in(refused);
            throw noMailbox == null
                    ? NotTaken.because(RefusedRecipient.words(refused), refused)
                    : NotTaken.noMailbox(noMailbox);
        }
    }

    private MimeMessage message(Envelope envelope) throws MessagingException, IOException {
        MimeMessage message = new MimeMessage(session);
        MimeMessageHelper parts = new MimeMessageHelper(
                message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        parts.setFrom(envelope.from());
        parts.setTo(envelope.recipient());
        parts.setSubject(envelope.subject());
        parts.setSentDate(Date.from(clock.instant()));
        parts.setText(envelope.plain(), envelope.html());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Marquee-Mail", envelope.mail().toString());
        // comes back as metadata in what Postmark tells of it
        if (toPostmark) message.setHeader("X-PM-Metadata-mail", envelope.mail().toString());
        if (envelope.unsubscribe() != null) {
            // a program of the reader's stops it with one POST and no page (RFC 8058)
            message.setHeader("List-Unsubscribe", "<" + envelope.unsubscribe() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        for (Envelope.Attachment attachment : envelope.attachments()) {
            ByteArrayResource bytes = new ByteArrayResource(attachment.bytes());
            if (attachment.inline()) parts.addInline(attachment.name(), bytes, attachment.contentType());
            else parts.addAttachment(attachment.name(), bytes, attachment.contentType());
        }
        message.saveChanges();
        if (signer != null) sign(message, signer);
        return message;
    }

    /** Last of all: not a letter of it may change afterwards. */
    private void sign(MimeMessage message, DkimSigner with) throws MessagingException, IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        message.writeTo(written);
        message.addHeaderLine(with.sign(written.toByteArray(), clock.instant()));
    }

    @Override
    public void close() {
        lines.close();
    }
}
