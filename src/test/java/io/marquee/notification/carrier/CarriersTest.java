package io.marquee.notification.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquee.kernel.Ids;
import io.marquee.notification.MailServer;
import io.marquee.notification.carrier.Envelope.Attachment;
import io.marquee.platform.config.Settings;
import io.marquee.platform.config.WrongSetting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CarriersTest {
    private static final String UNSUBSCRIBE = "https://tickets.example.org/unsubscribe/h_1";

    @TempDir
    Path folder;

    private final FakeProvider provider = new FakeProvider();

    @AfterEach
    void closed() {
        provider.close();
    }

    @Test
    void resend_gets_all_of_a_mail() throws NotTaken {
        UUID mail = Ids.next();

        resend().take(envelope(mail, 0, "ada@example.org", "first"));

        JsonNode sent = provider.sent().getFirst();
        assertThat(sent.path("to").path(0).asString()).isEqualTo("ada@example.org");
        assertThat(sent.path("text").asString()).isEqualTo("Hello");
        assertThat(sent.path("headers").path("X-Marquee-Mail").asString()).isEqualTo(mail.toString());
        assertThat(sent.path("headers").path("List-Unsubscribe").asString()).isEqualTo("<" + UNSUBSCRIBE + ">");
        assertThat(sent.path("attachments").path(0).path("content_id").asString())
                .isEqualTo("qr-1.png");
        assertThat(sent.path("attachments").path(1).path("filename").asString()).isEqualTo("tickets.pdf");
        assertThat(Base64.getDecoder()
                        .decode(sent.path("attachments").path(1).path("content").asString()))
                .asString()
                .isEqualTo("first");
    }

    @Test
    void a_mail_whose_answer_was_lost_goes_out_once_though_its_pdf_is_drawn_anew() throws NotTaken {
        Carrier resend = resend();
        UUID mail = Ids.next();
        provider.losesAnswers(1);

        assertThatThrownBy(() -> resend.take(envelope(mail, 0, "ada@example.org", "first")))
                .isInstanceOf(NotTaken.class);
        resend.take(envelope(mail, 0, "ada@example.org", "drawn anew"));

        assertThat(provider.sent()).hasSize(1);
        resend.take(envelope(mail, 1, "ada@example.org", "somebody asked for it anew"));
        assertThat(provider.sent()).hasSize(2);
    }

    @Test
    void what_a_provider_refuses_is_tried_again_and_says_why() {
        provider.answers(
                "busy@example.org",
                429,
                "{\"statusCode\": 429, \"name\": \"rate_limit_exceeded\", \"message\": \"Too many requests\"}");

        NotTaken refused = refusal(resend(), "busy@example.org");

        assertThat(refused.noMailbox()).isNull();
        assertThat(refused).hasMessageContaining("429 rate_limit_exceeded Too many requests");
        assertThat(refusal(
                        carrier("MARQUEE_RESEND_API_KEY", "re_wrong", "MARQUEE_RESEND_API", provider.url()), "a@b.cd"))
                .hasMessageContaining("invalid_api_key");
        assertThat(refusal(
                        carrier("MARQUEE_RESEND_API_KEY", "re_x", "MARQUEE_RESEND_API", "http://localhost:1"),
                        "a@b.cd"))
                .hasMessageContaining("did not answer");
    }

    @Test
    void postmark_gets_what_can_be_ended_in_a_stream_of_its_own() throws NotTaken {
        UUID mail = Ids.next();

        postmark().take(envelope(mail, 0, "ada@example.org", "first"));

        JsonNode sent = provider.sent().getFirst();
        assertThat(sent.path("MessageStream").asString()).isEqualTo("guests");
        assertThat(sent.path("Metadata").path("mail").asString()).isEqualTo(mail.toString());
        assertThat(sent.path("Attachments").path(0).path("ContentID").asString())
                .isEqualTo("cid:qr-1.png");
        assertThat(sent.path("TrackOpens").asBoolean(true)).isFalse();
        assertThat(sent.path("Headers").toString()).contains("List-Unsubscribe-Post");
    }

    @Test
    void postmark_knows_addresses_that_take_no_mail() {
        provider.answers(
                "gone@example.org",
                422,
                "{\"ErrorCode\": 406, \"Message\": \"You tried to send to a recipient that has been marked as inactive.\"}");
        provider.answers("down@example.org", 503, "no json");

        assertThat(refusal(postmark(), "gone@example.org").noMailbox()).contains("marked as inactive");
        assertThat(refusal(postmark(), "down@example.org").noMailbox()).isNull();
    }

    @Test
    void a_line_to_the_mail_server_is_used_again_and_what_goes_over_it_is_signed() throws Exception {
        String key = Base64.getMimeEncoder()
                .encodeToString(KeyPairGenerator.getInstance("Ed25519")
                        .generateKeyPair()
                        .getPrivate()
                        .getEncoded());
        try (MailServer server = new MailServer();
                Carrier smtp = carrier(
                        "MARQUEE_SMTP_URL",
                        server.url(),
                        "MARQUEE_DKIM_KEY",
                        "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----",
                        "MARQUEE_DKIM_SELECTOR",
                        "m1")) {
            smtp.take(envelope(Ids.next(), 0, "ada@example.org", "first"));
            smtp.take(envelope(Ids.next(), 0, "bob@example.org", "second"));

            assertThat(server.calls()).isEqualTo(1);
            assertThat(server.taken()).hasSize(2);
            String message = server.taken().getFirst().replace("\n", "\r\n");
            assertThat(message)
                    .contains("a=ed25519-sha256; c=relaxed/relaxed; d=tickets.example.org; s=m1;")
                    .contains("bh=" + DkimSigner.bodyHash(message.substring(message.indexOf("\r\n\r\n") + 4)) + ";");
        }
    }

    @Test
    void a_server_that_hung_up_is_called_again() throws Exception {
        try (MailServer server = new MailServer();
                Carrier smtp = carrier("MARQUEE_SMTP_URL", server.url())) {
            smtp.take(envelope(Ids.next(), 0, "ada@example.org", "first"));
            server.hangUp();

            smtp.take(envelope(Ids.next(), 0, "bob@example.org", "second"));

            assertThat(server.taken()).hasSize(2);
        }
    }

    @Test
    void mail_goes_one_way_only() {
        assertThatThrownBy(() -> carrier("MARQUEE_RESEND_API_KEY", "re_x", "MARQUEE_SMTP_URL", "smtp://localhost"))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("one way only");
        assertThatThrownBy(() -> carrier("MARQUEE_RESEND_API_KEY", "re_x", "MARQUEE_POSTMARK_SERVER_TOKEN", "x"))
                .isInstanceOf(WrongSetting.class);
    }

    private Carrier resend() {
        return carrier("MARQUEE_RESEND_API_KEY", FakeProvider.RESEND_KEY, "MARQUEE_RESEND_API", provider.url());
    }

    private Carrier postmark() {
        return carrier(
                "MARQUEE_POSTMARK_SERVER_TOKEN",
                FakeProvider.POSTMARK_TOKEN,
                "MARQUEE_POSTMARK_API",
                provider.url(),
                "MARQUEE_POSTMARK_OPTIONAL_STREAM",
                "guests");
    }

    private Carrier carrier(String... settings) {
        Map<String, String> all = new HashMap<>(
                Map.of("MARQUEE_BASE_URL", "https://tickets.example.org", "MARQUEE_DATA", folder.toString()));
        for (int i = 0; i < settings.length; i += 2) all.put(settings[i], settings[i + 1]);
        return Carriers.of(Settings.from(all), Clock.systemUTC());
    }

    private static NotTaken refusal(Carrier carrier, String recipient) {
        return catchThrowableOfType(NotTaken.class, () -> carrier.take(envelope(Ids.next(), 0, recipient, "first")));
    }

    private static Envelope envelope(UUID mail, int round, String recipient, String pdf) {
        return new Envelope(
                mail,
                round,
                "Marquee <no-reply@tickets.example.org>",
                recipient,
                "Grüße",
                "<p>Hello</p>",
                "Hello",
                UNSUBSCRIBE,
                List.of(
                        new Attachment("qr-1.png", "image/png", true, new byte[] {1, 2, 3}),
                        new Attachment("tickets.pdf", "application/pdf", false, pdf.getBytes(StandardCharsets.UTF_8))));
    }
}
