package io.marquee.notification;

import io.marquee.platform.config.Settings;
import io.marquee.platform.config.Settings.Smtp;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Puts a stored mail and what goes with it into one message, and sends it through SMTP. */
@Component
class Envelopes {
    private final Settings settings;
    private final Enclosures enclosures;
    private final LetterPress press;

    Envelopes(Settings settings, Enclosures enclosures, LetterPress press) {
        this.settings = settings;
        this.enclosures = enclosures;
        this.press = press;
    }

    void send(StoredMail mail) throws MessagingException {
        JavaMailSenderImpl server = server(Objects.requireNonNull(settings.smtp(), "there is no mail server"));
        MimeMessage message = server.createMimeMessage();
        MimeMessageHelper parts = new MimeMessageHelper(
                message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        parts.setFrom(settings.mailFrom());
        parts.setTo(mail.recipient());
        parts.setSubject(mail.subject());
        parts.setText(mail.plain(), mail.html());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Marquee-Mail", mail.id().toString());
        // comes back as metadata in what Postmark tells of it
        if (settings.mailing().postmarkPassword() != null)
            message.setHeader("X-PM-Metadata-mail", mail.id().toString());
        if (mail.topic().optional()) {
            // a program of the reader's stops it with one POST and no page (RFC 8058)
            message.setHeader("List-Unsubscribe", "<" + press.unsubscribe(mail.id()) + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        for (Enclosures.Enclosure enclosure : enclosures.of(mail)) {
            ByteArrayResource bytes = new ByteArrayResource(enclosure.bytes());
            if (enclosure.inline()) {
                parts.addInline(enclosure.name(), bytes, enclosure.contentType());
            } else {
                parts.addAttachment(enclosure.name(), bytes, enclosure.contentType());
            }
        }
        server.send(message);
    }

    private static JavaMailSenderImpl server(Smtp smtp) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost(smtp.host());
        server.setPort(smtp.port());
        server.setUsername(smtp.user());
        server.setPassword(smtp.password());
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        smtp.properties()
                .forEach((name, value) -> server.getJavaMailProperties().setProperty(name, value));
        return server;
    }
}
