package io.marquee.platform.config;

import io.marquee.platform.config.Settings.MailProvider;
import io.marquee.platform.config.Settings.Smtp;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how fast mail goes, and how providers of mail prove that it is them who tell of its fate. */
final class MailReader {
    private static final String RESEND = "MARQUEE_RESEND_WEBHOOK_SECRET";
    private static final String POSTMARK = "MARQUEE_POSTMARK_WEBHOOK_PASSWORD";
    private static final int SHORTEST = 16;

    private final Environment environment;

    MailReader(Environment environment) {
        this.environment = environment;
    }

    Settings.Mailing read(@Nullable Smtp smtp, String from) {
        MailProvider provider = provider();
        if (smtp != null && provider != null) {
            throw new WrongSetting("MARQUEE_SMTP_URL is set and a key of a mail provider too: mail goes one way only.");
        }
        Settings.Dkim dkim = new DkimReader(environment).read(from);
        if (dkim != null && smtp == null) {
            throw new WrongSetting(
                    "MARQUEE_DKIM_KEY signs mail on its way to MARQUEE_SMTP_URL, which is not set: providers sign it themselves.");
        }
        return new Settings.Mailing(perSecond(), resend(), postmark(), provider, dkim);
    }

    private @Nullable MailProvider provider() {
        String resend = environment.text("MARQUEE_RESEND_API_KEY");
        String postmark = environment.text("MARQUEE_POSTMARK_SERVER_TOKEN");
        if (resend != null && postmark != null) {
            throw new WrongSetting(
                    "MARQUEE_RESEND_API_KEY and MARQUEE_POSTMARK_SERVER_TOKEN are both set: mail goes one way only.");
        }
        if (resend != null) {
            return new MailProvider(
                    MailProvider.Kind.RESEND, api("MARQUEE_RESEND_API", "https://api.resend.com"), resend, "");
        }
        if (postmark == null) return null;
        return new MailProvider(
                MailProvider.Kind.POSTMARK,
                api("MARQUEE_POSTMARK_API", "https://api.postmarkapp.com"),
                postmark,
                environment.text("MARQUEE_POSTMARK_OPTIONAL_STREAM", "outbound"));
    }

    private URI api(String name, String otherwise) {
        String value = environment.text(name, otherwise);
        ServiceUrl.parse(name, value, otherwise, List.of("http", "https"));
        return URI.create(value);
    }

    private int perSecond() {
        String value = environment.text("MARQUEE_MAIL_RATE", "off");
        if (value.equals("off")) return 0;
        if (!value.matches("[1-9][0-9]{0,4}")) {
            throw new WrongSetting("MARQUEE_MAIL_RATE is “" + value
                    + "”, but must be a number of mails a second for one node, such as 14, or off.");
        }
        return Integer.parseInt(value);
    }

    private @Nullable String resend() {
        String secret = environment.text(RESEND);
        if (secret == null) return null;
        try {
            if (secret.startsWith("whsec_") && Base64.getDecoder().decode(secret.substring(6)).length > 0)
                return secret;
        } catch (IllegalArgumentException e) {
            throw new WrongSetting(RESEND + " must be the endpoint’s signing secret, which begins with whsec_.");
        }
        throw new WrongSetting(RESEND + " must be the endpoint’s signing secret, which begins with whsec_.");
    }

    private @Nullable String postmark() {
        String password = environment.text(POSTMARK);
        if (password != null && password.length() < SHORTEST) {
            throw new WrongSetting(POSTMARK + " is too short: it needs at least " + SHORTEST + " characters.");
        }
        return password;
    }
}
