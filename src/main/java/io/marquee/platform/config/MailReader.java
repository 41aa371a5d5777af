package io.marquee.platform.config;

import java.util.Base64;
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

    Settings.Mailing read() {
        return new Settings.Mailing(perSecond(), resend(), postmark());
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
