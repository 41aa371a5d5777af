package io.marquee.privacy;

import io.marquee.identity.Access;
import io.marquee.identity.Client;
import io.marquee.identity.IdentityRefused;
import io.marquee.identity.MailRequests;
import io.marquee.identity.PasswordChange;
import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.identity.SecretToken;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.media.SignedLink;
import io.marquee.platform.personal.Subject;
import io.marquee.platform.tenancy.Acting;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People and their own data: with an account, by their session; with or without one, by a link that was mailed to their address;
 * by an administrator who does it for them.
 */
@Component
public class OwnData {
    private final PersonalData data;
    private final Archives archives;
    private final People people;
    private final PasswordChange passwords;
    private final MailRequests requests;
    private final Access access;
    private final JdbcClient jdbc;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OwnData(
            PersonalData data,
            Archives archives,
            People people,
            PasswordChange passwords,
            MailRequests requests,
            Access access,
            JdbcClient jdbc,
            Acting acting,
            TransactionTemplate transaction,
            Clock clock) {
        this.data = data;
        this.archives = archives;
        this.people = people;
        this.passwords = passwords;
        this.requests = requests;
        this.access = access;
        this.jdbc = jdbc;
        this.acting = acting;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Of the person who acts; nothing while their address is not confirmed. */
    public DataStanding mine() {
        PersonView me = people.me();
        return me.verified() ? data.standing(subject(me)) : new DataStanding(List.of(), null, null);
    }

    /** @throws IdentityRefused.AddressUnconfirmed */
    public void exportMine() {
        PersonView me = confirmed();
        data.export(subject(me), me.locale().toLanguageTag());
    }

    /** Whether they have a password to say; else a link is mailed to them. */
    public boolean asksForPassword() {
        return passwords.hasPassword();
    }

    /**
     * @param password of theirs; not looked at where they have none
     * @return when they are erased; null where a link was mailed with which they confirm it
     * @throws InvalidInput at {@code password}
     * @throws PrivacyRefused.InTheWay
     */
    public @Nullable Instant eraseMe(String password, Client client) {
        PersonView me = confirmed();
        String locale = me.locale().toLanguageTag();
        if (passwords.hasPassword()) {
            passwords.requireRight("password", password, client);
            return data.erase(subject(me), locale, null);
        }
        requests.take(me.email().value(), client, email -> data.mailLink(email.value(), locale));
        return null;
    }

    public void callMineOff() {
        data.callOff(subject(confirmed()));
    }

    /** Mails the link to whoever reads this address, if anything is kept about them; the answer does not tell. */
    public void mailLink(String typed, Locale locale, Client client) {
        requests.take(typed, client, email -> {
            if (data.isKnown(subject(email))) data.mailLink(email.value(), locale.toLanguageTag());
        });
    }

    /** Whoever holds a mailed link. */
    public record Holder(Subject subject, String locale) {}

    /** @throws NotFound for a link that is not, or no longer, good */
    public Holder holder(String token) {
        return acting.asPlatform(() -> transaction
                .execute(status -> jdbc.sql(
                                "select email, locale from privacy.proofs where token_hash = ? and expires_at > ?")
                        .params(SecretToken.hash(token), Timestamp.from(clock.instant()))
                        .query((row, n) -> new Holder(subject(new EmailAddress(row.getString(1))), row.getString(2)))
                        .optional())
                .orElseThrow(() -> new NotFound("page")));
    }

    public DataStanding of(Holder holder) {
        return data.standing(holder.subject());
    }

    public void export(Holder holder) {
        data.export(holder.subject(), holder.locale());
    }

    /** @return when. @throws PrivacyRefused.InTheWay */
    public Instant erase(Holder holder) {
        return data.erase(holder.subject(), holder.locale(), null);
    }

    public void callOff(Holder holder) {
        data.callOff(holder.subject());
    }

    /** The way to the archive behind a mailed link. @throws NotFound for a link that is not, or no longer, good */
    public SignedLink archive(String token) {
        return archives.linked(token);
    }

    public void requireAdministrator() {
        access.requireAdministrator();
    }

    /** For somebody who asked by other means: the archive goes to their address, and not to the administrator. */
    public void exportFor(String typed, Locale locale) {
        access.requireAdministrator();
        data.export(known(typed), locale.toLanguageTag());
    }

    /** @return when. @throws PrivacyRefused.InTheWay */
    public Instant eraseFor(String typed, Locale locale) {
        access.requireAdministrator();
        return data.erase(
                known(typed), locale.toLanguageTag(), access.personId().value());
    }

    private Subject known(String typed) {
        if (!EmailAddress.isValid(typed)) throw InvalidInput.at("email", "email");
        Subject subject = subject(EmailAddress.of(typed));
        if (!data.isKnown(subject)) throw InvalidInput.at("email", "nobody_known");
        return subject;
    }

    /** What was bought with an address belongs to an account once it has shown that the address is its own. */
    private PersonView confirmed() {
        PersonView me = people.me();
        if (!me.verified()) throw new IdentityRefused.AddressUnconfirmed();
        return me;
    }

    private static Subject subject(PersonView person) {
        return new Subject(person.id().value(), person.email().value());
    }

    private Subject subject(EmailAddress email) {
        return data.about(email);
    }
}
