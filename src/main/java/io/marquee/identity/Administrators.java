package io.marquee.identity;

import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.PersonId;
import io.marquee.platform.config.Settings;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The first administrator: made by a one-time link that only the operator sees, or from the settings. */
@Component
public class Administrators {
    private final Persons persons;
    private final PlatformRoles roles;
    private final Passwords passwords;
    private final OneTimeTokens tokens;
    private final Sessions sessions;
    private final AsPlatform asPlatform;
    private final Clock clock;

    Administrators(
            Persons persons,
            PlatformRoles roles,
            Passwords passwords,
            OneTimeTokens tokens,
            Sessions sessions,
            AsPlatform asPlatform,
            Clock clock) {
        this.persons = persons;
        this.roles = roles;
        this.passwords = passwords;
        this.tokens = tokens;
        this.sessions = sessions;
        this.asPlatform = asPlatform;
        this.clock = clock;
    }

    /** The roles that the person has on the platform beside attendee. */
    public List<PlatformRole> rolesOf(PersonId person) {
        return asPlatform.call(() -> roles.of(person));
    }

    /** A new link to the set-up page, which ends the earlier ones; null when there is an administrator already. */
    @Nullable
    String setUpPath() {
        return asPlatform.<@Nullable String>call(() -> {
            roles.lockFirstAdministrator();
            if (roles.anyAdministrator()) return null;
            tokens.useUpSetup();
            return "/setup?token="
                    + tokens.issue(OneTimeTokens.Purpose.SETUP, null).token();
        });
    }

    /** Whether the set-up page may be shown. */
    public boolean isGood(String token) {
        return asPlatform.call(() -> !roles.anyAdministrator() && tokens.isGood(OneTimeTokens.Purpose.SETUP, token));
    }

    /**
     * Makes the first administrator and signs them in.
     *
     * @throws NotFound when the link is not good or an administrator is there already
     * @throws InvalidInput the link stays good
     */
    public IssuedSession setUp(String token, NewAccount typed, Client client) {
        if (!isGood(token)) throw new NotFound("page");
        InvalidInput.Gatherer problems = InvalidInput.gather();
        problems.check(typed.password() != null && !typed.password().isEmpty(), "password", "required");
        problems.orThrow();
        AccountForm form = AccountForm.of(typed, true, passwords);
        return asPlatform.call(() -> {
            roles.lockFirstAdministrator();
            if (roles.anyAdministrator()) throw new NotFound("page");
            tokens.use(OneTimeTokens.Purpose.SETUP, token);
            return sessions.open(make(form), SessionKind.WEB, client);
        });
    }

    /** Makes the administrator whom the settings name, unless there is one. @return whether one was made */
    boolean make(Settings.Administrator wanted) {
        String address = EmailAddress.of(wanted.email()).value();
        NewAccount account = new NewAccount(
                address,
                address.substring(0, address.indexOf('@')),
                wanted.password(),
                Locale.ENGLISH,
                ZoneId.of("UTC"));
        return asPlatform.call(() -> {
            roles.lockFirstAdministrator();
            boolean none = !roles.anyAdministrator();
            if (none) make(AccountForm.of(account, true, passwords));
            return none;
        });
    }

    /** Whoever made an account with this address before gave it a password that is not the operator's: it ends. */
    private PersonId make(AccountForm form) {
        String hash = passwords.hash(Objects.requireNonNull(form.password()));
        PersonId id = form.person().id();
        if (!persons.insert(form.person(), hash, clock.instant())) {
            PersonRow known =
                    Objects.requireNonNull(persons.byEmail(form.person().email()));
            id = known.view().id();
            persons.setPassword(id, hash);
            persons.confirmEmail(id, clock.instant());
            tokens.useUp(id);
            sessions.revokeOthers(id, null);
        }
        roles.grant(id, PlatformRole.ADMIN);
        return id;
    }
}
