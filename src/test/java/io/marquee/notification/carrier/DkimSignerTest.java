package io.marquee.notification.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.platform.config.Settings;
import io.marquee.platform.config.Settings.Dkim;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DkimSignerTest {
    /** RFC 8463, appendix A. */
    private static final String BODY = "Hi.\r\n\r\nWe lost the game.  Are you hungry yet?\r\n\r\nJoe.\r\n";

    private static final String HEAD = """
            From: Joe SixPack <joe@football.example.com>
            To: Suzie Q <suzie@shopping.example.net>
            Subject: Is dinner ready?
            Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
            Message-ID: <20030712040037.46341.5F8J@football.example.com>
            """.replace("\n", "\r\n");

    private static final String SEED = "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";
    private static final String PUBLISHED = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    @TempDir
    Path folder;

    @Test
    void the_example_of_the_rfc_comes_out_letter_by_letter() {
        Dkim joe = dkim(ed25519());
        String header = """
                DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
                 d=football.example.com; i=@football.example.com;
                 q=dns/txt; s=brisbane; t=1528637909; h=from : to :
                 subject : date : message-id : from : subject : date;
                 bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
                 b=""".replace("\n", "\r\n");
        List<String> names = List.of("from", "to", "subject", "date", "message-id", "from", "subject", "date");

        assertThat(joe.published()).isEqualTo(PUBLISHED);
        assertThat(DkimSigner.bodyHash(BODY)).isEqualTo("2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=");
        assertThat(new DkimSigner(joe).sign(DkimSigner.signed(DkimSigner.headers(HEAD), names, header)))
                .isEqualTo("/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11BusFa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==");
    }

    @Test
    void whitespace_that_servers_change_does_not_matter_and_words_do() {
        assertThat(DkimSigner.bodyHash("Hi  there \t\r\nyou\r\n\r\n\r\n"))
                .isEqualTo(DkimSigner.bodyHash("Hi there\r\nyou\r\n"));
        assertThat(DkimSigner.bodyHash("Hi there\r\nyou\r\n")).isNotEqualTo(DkimSigner.bodyHash("Hi there\r\nme\r\n"));
        // RFC 6376, 3.4.4: the hash of nothing at all
        assertThat(DkimSigner.bodyHash("\r\n")).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    @Test
    void an_rsa_signature_holds_for_its_message_and_no_other_sender() throws Exception {
        KeyPair pair = rsa();
        DkimSigner signer = new DkimSigner(dkim(pem(pair.getPrivate().getEncoded())));

        String line = signer.sign((HEAD + "\r\n" + BODY).getBytes(StandardCharsets.ISO_8859_1), Instant.EPOCH);

        assertThat(line)
                .startsWith("DKIM-Signature: v=1; a=rsa-sha256;")
                .contains("h=from:to:subject:date:message-id:from:subject;");
        assertThat(line.lines()).allSatisfy(one -> assertThat(one.length()).isLessThan(100));
        assertThat(holds(pair, line, HEAD)).isTrue();
        assertThat(holds(pair, line, HEAD.replace("Joe", "Eve"))).isFalse();
        assertThat(holds(pair, line, "Subject: another\r\n" + HEAD)).isFalse();
    }

    private static boolean holds(KeyPair pair, String line, String head) throws Exception {
        int b = line.indexOf(" b=") + 3;
        List<String> names = List.of("from", "to", "subject", "date", "message-id", "from", "subject");
        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(pair.getPublic());
        check.update(DkimSigner.signed(DkimSigner.headers(head), names, line.substring(0, b))
                .getBytes(StandardCharsets.ISO_8859_1));
        return check.verify(Base64.getMimeDecoder().decode(line.substring(b)));
    }

    private static KeyPair rsa() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    /** PKCS #8 around the seed (RFC 8410). */
    private static String ed25519() {
        byte[] prefix = {0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20};
        byte[] seed = Base64.getDecoder().decode(SEED);
        byte[] all = new byte[prefix.length + seed.length];
        System.arraycopy(prefix, 0, all, 0, prefix.length);
        System.arraycopy(seed, 0, all, prefix.length, seed.length);
        return pem(all);
    }

    private static String pem(byte[] key) {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n";
    }

    private Dkim dkim(String pem) {
        Settings settings = Settings.from(Map.of(
                "MARQUEE_DATA", folder.toString(),
                "MARQUEE_SMTP_URL", "smtp://localhost",
                "MARQUEE_DKIM_DOMAIN", "football.example.com",
                "MARQUEE_DKIM_SELECTOR", "brisbane",
                "MARQUEE_DKIM_KEY", pem));
        return Objects.requireNonNull(settings.mailing().dkim());
    }
}
