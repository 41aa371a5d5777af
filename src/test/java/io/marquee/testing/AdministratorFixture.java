package io.marquee.testing;

import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.Acting;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Administrators for the time of a test: other tests count on there being none. */
@Component
public class AdministratorFixture {
    private final PeopleFixture people;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Acting acting;
    private final Clock clock;

    AdministratorFixture(
            PeopleFixture people, JdbcClient jdbc, TransactionTemplate transactions, Acting acting, Clock clock) {
        this.people = people;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.acting = acting;
        this.clock = clock;
    }

    /** Somebody new who is administrator until {@link #dismiss}. */
    public PersonId appoint() {
        PersonId person = people.person("Root Admin");
        write("insert into identity.platform_roles (person_id, role, granted_at) values (?, 'admin', ?)", person);
        return person;
    }

    public void dismiss(PersonId person) {
        write("delete from identity.platform_roles where person_id = ? and role = 'admin' and granted_at <= ?", person);
    }

    /** A bearer token of theirs. */
    public String token(PersonId person) {
        return people.token(person);
    }

    private void write(String sql, PersonId person) {
        acting.asPlatform(() -> transactions.executeWithoutResult(status -> jdbc.sql(sql)
                .params(person.value(), Timestamp.from(clock.instant()))
                .update()));
    }
}
