package io.marquee.identity;

import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Unauthenticated;
import io.marquee.platform.tenancy.Acting;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may know of people. Acts as the platform: whoever asks has decided that the viewer may know. */
@Component
public class People {
    private final Persons persons;
    private final PlatformRoles roles;
    private final Acting acting;
    private final Access access;

    People(Persons persons, PlatformRoles roles, Acting acting, Access access) {
        this.persons = persons;
        this.roles = roles;
        this.acting = acting;
        this.access = access;
    }

    /** Those there are, by their ids; the others are left out. */
    @Transactional(readOnly = true)
    public Map<PersonId, PersonView> byIds(Collection<PersonId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : acting.asPlatform(() -> persons.byIds(ids).stream()
                        .map(PersonRow::view)
                        .collect(Collectors.toMap(PersonView::id, Function.identity())));
    }

    /** Whoever has an account with this address, {@linkplain PersonView#verified() confirmed} or not; null for none. */
    @Transactional(readOnly = true)
    public @Nullable PersonView byEmail(EmailAddress email) {
        return acting.asPlatform(() -> {
            PersonRow row = persons.byEmail(email);
            return row == null ? null : row.view();
        });
    }

    /** Those who have an account with one of these addresses, as they are stored, and have confirmed it; by their address. */
    @Transactional(readOnly = true)
    public Map<String, PersonView> confirmed(Collection<String> emails) {
        return emails.isEmpty()
                ? Map.of()
                : acting.asPlatform(() -> persons.byEmails(emails).stream()
                        .map(PersonRow::view)
                        .filter(PersonView::verified)
                        .collect(Collectors.toMap(person -> person.email().value(), Function.identity())));
    }

    /** The person who acts. @throws io.marquee.kernel.Unauthenticated */
    @Transactional(readOnly = true)
    public PersonView me() {
        PersonRow row = persons.byId(access.personId());
        if (row == null) {
            throw new Unauthenticated();
        }
        return row.view();
    }

    /** Makes the person an organizer of the platform, if they are not yet. */
    @Transactional
    public void becomesOrganizer(PersonId person) {
        acting.asPlatform(() -> roles.grant(person, PlatformRole.ORGANIZER));
    }
}
