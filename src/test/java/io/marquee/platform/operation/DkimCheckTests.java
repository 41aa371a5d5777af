package io.marquee.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.platform.config.Settings.Dkim;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DkimCheckTests {
    private Dkim dkim;

    @BeforeEach
    void a_key() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String published = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        dkim = new Dkim("example.org", "m1", pair.getPrivate(), published);
    }

    @Test
    void a_published_key_is_found_though_the_dns_cuts_it_into_pieces() {
        String key = dkim.published();
        String cut = "\"v=DKIM1; k=ed25519; p=" + key.substring(0, 10) + "\" \"" + key.substring(10) + "\"";

        assertThat(DkimCheck.examine(dkim, name -> List.of("v=spf1 -all", cut)))
                .isEqualTo(Finding.ok("mail: signed by DKIM, and m1._domainkey.example.org has its key"));
    }

    @Test
    void a_key_that_is_missing_or_another_is_a_fault_with_the_record_to_publish() {
        assertThat(DkimCheck.examine(dkim, name -> List.of()).line())
                .startsWith("fail")
                .contains("has no key", "v=DKIM1; k=ed25519; p=" + dkim.published());
        assertThat(DkimCheck.examine(dkim, name -> List.of("v=DKIM1; p=AAAA")).line())
                .contains("has another key");
    }
}
