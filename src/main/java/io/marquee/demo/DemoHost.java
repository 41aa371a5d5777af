package io.marquee.demo;

import io.marquee.identity.Actors;
import io.marquee.identity.AddressProof;
import io.marquee.identity.Client;
import io.marquee.identity.IdentityEvent.LinkPurpose;
import io.marquee.identity.IdentityEvent.MailedLinkRequested;
import io.marquee.identity.NewAccount;
import io.marquee.identity.SessionKind;
import io.marquee.identity.SignUp;
import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.Acting;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The person who runs the demo's organization, with a password made on the spot. */
@Component
class DemoHost {
    static final String EMAIL = "mara@harbour.example";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SignUp signUp;
    private final AddressProof proof;
    private final Actors actors;
    private final Acting acting;
    private volatile @Nullable String confirmation;

    DemoHost(SignUp signUp, AddressProof proof, Actors actors, Acting acting) {
        this.signUp = signUp;
        this.proof = proof;
        this.actors = actors;
        this.acting = acting;
    }

    static String newPassword() {
        byte[] bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Signs up and confirms the address. */
    PersonId signUp(String password) {
        NewAccount account = new NewAccount(EMAIL, "Mara Brandt", password, Locale.ENGLISH, ZoneId.of("Europe/Lisbon"));
        PersonId person = signUp.create(account, SessionKind.WEB, null, new Client("127.0.0.1", "demo"))
                .person();
        String path = confirmation;
        if (path != null) {
            acting.as(actors.of(person), () -> proof.confirm(path.replaceAll(".*token=([^&]*).*", "$1")));
        }
        return person;
    }

    @EventListener
    void hear(MailedLinkRequested asked) {
        if (asked.email().equals(EMAIL) && asked.purpose() == LinkPurpose.VERIFY) {
            confirmation = asked.path();
        }
    }
}
