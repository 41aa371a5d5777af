package io.marquee.testing;

import io.marquee.identity.Actors;
import io.marquee.identity.AddressProof;
import io.marquee.identity.Client;
import io.marquee.identity.IdentityEvent.MailedLinkRequested;
import io.marquee.identity.IssuedSession;
import io.marquee.identity.NewAccount;
import io.marquee.identity.SessionKind;
import io.marquee.identity.Sessions;
import io.marquee.identity.SignUp;
import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** People for tests, each with an address of their own. {@code acting.as(people.actor(ada), () -> …)} acts as one. */
@Component
public class PeopleFixture {
    /** Of those who have one. */
    public static final String PASSWORD = "seventeen green bicycles";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final SignUp signUp;
    private final AddressProof proof;
    private final Actors actors;
    private final Sessions sessions;
    private final Acting acting;
    private final Map<String, String> mailed = new ConcurrentHashMap<>();

    PeopleFixture(SignUp signUp, AddressProof proof, Actors actors, Sessions sessions, Acting acting) {
        this.signUp = signUp;
        this.proof = proof;
        this.actors = actors;
        this.sessions = sessions;
        this.acting = acting;
    }

    /** Somebody new, whose address is confirmed, without a password. */
    public PersonId person(String name) {
        return confirmed(address(name), name, null);
    }

    /** Somebody new, whose address is confirmed, with {@link #PASSWORD}. */
    public PersonId personWithPassword(String email) {
        return confirmed(email, "Ada Lind", PASSWORD);
    }

    /** Somebody new who has not opened the mail yet. */
    public PersonId unconfirmed(String email, @Nullable String password) {
        return signUp(email, "Ada Lind", password).person();
    }

    /** Presses the button behind the link that was mailed. */
    public void confirm(PersonId person, String email) {
        acting.as(actors.of(person), () -> proof.confirm(mailedToken(email)));
    }

    /** The person with the roles of this moment. */
    public Actor.Person actor(PersonId person) {
        return actors.of(person);
    }

    /** A bearer token of theirs, for requests. */
    public String token(PersonId person) {
        return sessions.open(person, SessionKind.API, client()).token();
    }

    /** The token in a browser's cookie of theirs. */
    public String webToken(PersonId person) {
        return sessions.open(person, SessionKind.WEB, client()).token();
    }

    /** An address that nobody has yet. */
    public static String address(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".") + NUMBER.incrementAndGet() + "@example.org";
    }

    /** A place on the network from which nobody came yet. */
    public static Client client() {
        int number = NUMBER.incrementAndGet();
        return new Client("10.%d.%d.%d".formatted(number >> 16, number >> 8 & 255, number & 255), "test");
    }

    /** The path in the last mail to this address. */
    public String mailedPath(String email) {
        return Objects.requireNonNull(mailed.get(email), "nothing was mailed to " + email);
    }

    /** The token in the last mail to this address. */
    public String mailedToken(String email) {
        return mailedPath(email).replaceAll(".*token=([^&]*).*", "$1");
    }

    public boolean gotMail(String email) {
        return mailed.containsKey(email);
    }

    public void forgetMail() {
        mailed.clear();
    }

    @EventListener
    void hear(MailedLinkRequested request) {
        mailed.put(request.email(), request.path());
    }

    private IssuedSession signUp(String email, String name, @Nullable String password) {
        return signUp.create(
                new NewAccount(email, name, password, Locale.ENGLISH, ZoneId.of("Europe/Berlin")),
                SessionKind.WEB,
                null,
                client());
    }

    private PersonId confirmed(String email, String name, @Nullable String password) {
        PersonId person = signUp(email, name, password).person();
        confirm(person, email);
        return person;
    }
}
