package io.marquee.platform.operation;

import io.marquee.platform.config.Settings;
import io.marquee.platform.config.Settings.Smtp;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Whether the mail server answers and lets us in. */
@Order(30)
class MailCheck implements Check {
    private final Settings settings;

    MailCheck(Settings settings) {
        this.settings = settings;
    }

    @Override
    public List<Finding> examine() {
        if (settings.mailing().provider() != null)
            return List.of(Finding.ok("mail: goes through " + settings.mailRoute()));
        Smtp smtp = settings.smtp();
        if (smtp == null) {
            return List.of(Finding.warn(
                    "mail: stays in the outbox",
                    "set MARQUEE_SMTP_URL or a provider’s key, or read it at " + settings.baseUrl() + "/admin/outbox"));
        }
        return List.of(examine(smtp));
    }

    private static Finding examine(Smtp smtp) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(smtp.host());
        sender.setPort(smtp.port());
        sender.setUsername(smtp.user());
        sender.setPassword(smtp.password());
        smtp.properties()
                .forEach((name, value) -> sender.getJavaMailProperties().setProperty(name, value));
        try {
            sender.testConnection();
            return Finding.ok("mail: " + smtp + " answers");
        } catch (AuthenticationFailedException e) {
            return Finding.fail(
                    "mail: " + smtp + " refuses the login", "correct user and password in MARQUEE_SMTP_URL");
        } catch (MessagingException e) {
            return Finding.fail(
                    "mail: " + smtp + " cannot be reached (" + e.getMessage() + ")",
                    "correct MARQUEE_SMTP_URL, or open the way to that host and port");
        }
    }
}
