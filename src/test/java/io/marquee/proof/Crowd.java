package io.marquee.proof;

import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.AdministratorFixture;
import io.marquee.testing.FullHouse.House;
import io.marquee.testing.PeopleFixture;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One person of each {@link Role}, whatever house they are in. */
@Component
class Crowd {
    private final PeopleFixture people;
    private final AdministratorFixture administrators;
    private final Acting acting;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Map<Role, PersonId> persons = new EnumMap<>(Role.class);
    private final Map<Role, String> cookies = new EnumMap<>(Role.class);
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);

    Crowd(
            PeopleFixture people,
            AdministratorFixture administrators,
            Acting acting,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.people = people;
        this.administrators = administrators;
        this.acting = acting;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    void gather() {
        for (Role role : Role.values()) {
            if (role == Role.ANONYMOUS || role == Role.HOLD_TOKEN) continue;
            persons.put(role, role == Role.ADMINISTRATOR ? administrators.appoint() : people.person("Somebody"));
            renew(role);
        }
    }

    void leave() {
        PersonId administrator = persons.get(Role.ADMINISTRATOR);
        if (administrator != null) administrators.dismiss(administrator);
    }

    /** Signs in once more: what was done may have been to sign out. */
    void renew(Role role) {
        PersonId person = persons.get(role);
        if (person == null) return;
        cookies.put(role, people.webToken(person));
        tokens.put(role, people.token(person));
    }

    /** The header lines that say who it is: a browser's, or a program's. */
    List<String> credentials(Role role, boolean program) {
        if (!persons.containsKey(role)) return List.of();
        return List.of(
                program ? "Authorization: Bearer " + tokens.get(role) : "Cookie: marquee_session=" + cookies.get(role));
    }

    /** Gives everybody their role in this house. */
    void enter(House house) {
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> persons.forEach((role, person) -> {
            if (role.organization != null) {
                jdbc.sql("insert into organization.memberships values (?, ?, ?, now())")
                        .params(house.organization().value(), person.value(), role.organization)
                        .update();
            }
            if (role.event != null) {
                jdbc.sql("insert into event.roles values (?, ?, ?, ?, ?, now())")
                        .params(
                                house.event().id().value(),
                                person.value(),
                                house.organization().value(),
                                role.event,
                                role.grants.toArray(String[]::new))
                        .update();
            }
        })));
    }
}
