package io.marquee.notification;

import io.marquee.kernel.NotFound;
import io.marquee.notification.MailReturn.Kind;
import io.marquee.platform.api.WebhookSignature;
import io.marquee.platform.config.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What providers of mail report by webhook. Formats: https://resend.com/docs/webhooks and
 * https://postmarkapp.com/developer/webhooks.
 */
@Component
public class MailReports {
    /** Of Postmark's kinds of bounce, those that say that the mailbox will never take mail. */
    private static final Set<String> HARD =
            Set.of("HardBounce", "BadEmailAddress", "ManuallyDeactivated", "AddressChange");

    private final Returns returns;
    private final Settings settings;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    MailReports(Returns returns, Settings settings, Clock clock) {
        this.returns = returns;
        this.settings = settings;
        this.clock = clock;
    }

    /** Who sent it did not prove to be the provider, or nobody can read it. */
    public static final class Forged extends RuntimeException {
        Forged(String why) {
            super(why, null, false, false);
        }
    }

    /**
     * Signed as Svix does.
     *
     * @param header gives a header of the request, or null
     * @throws NotFound where Resend is not used
     * @throws Forged
     */
    public void resend(byte[] body, UnaryOperator<@Nullable String> header) {
        String secret = settings.mailing().resendSecret();
        if (secret == null) throw new NotFound("webhook");
        boolean right = new WebhookSignature(secret)
                .isRight(
                        text(header.apply("svix-id")),
                        text(header.apply("svix-timestamp")),
                        text(header.apply("svix-signature")),
                        body,
                        clock.instant());
        if (!right) throw new Forged("the signature is wrong or too old");
        ofResend(read(body)).forEach(returns::note);
    }

    /**
     * Postmark signs nothing: it calls an address with a name and a password in it.
     *
     * @param authorization the header of that name
     * @throws NotFound where Postmark is not used
     * @throws Forged
     */
    public void postmark(byte[] body, @Nullable String authorization) {
        String password = settings.mailing().postmarkPassword();
        if (password == null) throw new NotFound("webhook");
        String right =
                "Basic " + Base64.getEncoder().encodeToString(("marquee:" + password).getBytes(StandardCharsets.UTF_8));
        if (!MessageDigest.isEqual(
                right.getBytes(StandardCharsets.UTF_8), text(authorization).getBytes(StandardCharsets.UTF_8))) {
            throw new Forged("the password is wrong");
        }
        returns.note(ofPostmark(read(body)));
    }

    private static List<MailReturn> ofResend(JsonNode event) {
        JsonNode data = event.path("data");
        String type = event.path("type").asString("");
        boolean temporary = "Transient".equals(data.path("bounce").path("type").asString(""));
        Kind kind = switch (type) {
            case "email.bounced" -> temporary ? Kind.OTHER : Kind.BOUNCED;
            case "email.complained" -> Kind.COMPLAINED;
            default -> Kind.OTHER;
        };
        String detail = data.path("bounce").path("message").asString(type);
        UUID mail = null;
        for (JsonNode header : data.path("headers")) {
            if ("X-Marquee-Mail".equalsIgnoreCase(header.path("name").asString(""))) {
                mail = id(header.path("value").asString(""));
            }
        }
        List<MailReturn> told = new ArrayList<>();
        for (JsonNode to : data.path("to")) told.add(new MailReturn(mail, to.asString(""), kind, detail));
        return told;
    }

    private static MailReturn ofPostmark(JsonNode report) {
        String type = report.path("Type").asString("");
        Kind kind = switch (report.path("RecordType").asString("")) {
            case "Bounce" ->
                type.equals("SpamComplaint") ? Kind.COMPLAINED : HARD.contains(type) ? Kind.BOUNCED : Kind.OTHER;
            case "SpamComplaint" -> Kind.COMPLAINED;
            default -> Kind.OTHER;
        };
        String said = report.path("Description").asString("") + " "
                + report.path("Details").asString("");
        return new MailReturn(
                id(report.path("Metadata").path("mail").asString("")),
                report.path("Email").asString(""),
                kind,
                said);
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw new Forged("the body is no JSON");
        }
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String text(@Nullable String header) {
        return header == null ? "" : header;
    }
}
