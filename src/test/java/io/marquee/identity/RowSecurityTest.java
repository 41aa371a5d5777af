package io.marquee.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What PostgreSQL itself lets anybody see and change of accounts, whatever our code may ask for. */
@MarqueeTest
class RowSecurityTest {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Acting acting;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private PeopleFixture people;

    private PersonId ada;
    private PersonId bob;

    @BeforeEach
    void two_people() {
        ada = people.person("Ada");
        bob = people.person("Bob");
        people.token(ada);
        people.token(bob);
    }

    @ParameterizedTest
    @ValueSource(strings = {"persons", "profiles", "platform_roles", "sessions", "one_time_tokens"})
    void nobody_and_visitors_see_no_row(String table) {
        for (Actor actor : List.of(Actor.NOBODY, Actor.ANONYMOUS)) {
            assertThat(count(actor, "select count(*) from identity." + table)).isZero();
        }
    }

    @Test
    void a_person_sees_their_own_rows_alone() {
        Actor actor = people.actor(ada);
        assertThat(count(actor, "select count(*) from identity.persons")).isEqualTo(1);
        assertThat(count(actor, "select count(*) from identity.profiles")).isEqualTo(1);
        assertThat(count(actor, "select count(*) from identity.sessions where person_id <> '" + ada + "'"))
                .isZero();
        assertThat(count(actor, "select count(*) from identity.one_time_tokens"))
                .isZero();
    }

    @Test
    void a_person_changes_nobody_else() {
        for (String sql : List.of(
                "update identity.persons set password_hash = 'x' where id = '%s'",
                "update identity.profiles set name = 'x' where person_id = '%s'",
                "update identity.sessions set revoked_at = now() where person_id = '%s'",
                "delete from identity.persons where id = '%s'")) {
            assertThat(change(people.actor(ada), sql.formatted(bob))).as(sql).isZero();
        }
    }

    @Test
    void nobody_makes_themselves_an_administrator() {
        assertThatThrownBy(() -> change(
                        people.actor(ada),
                        "insert into identity.platform_roles (person_id, role, granted_at) values ('%s', 'admin', now())"
                                .formatted(ada)))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    private long count(Actor actor, String sql) {
        return acting.as(
                actor,
                () -> transactions.execute(
                        status -> jdbc.sql(sql).query(Long.class).single()));
    }

    private int change(Actor actor, String sql) {
        return acting.as(
                actor, () -> transactions.execute(status -> jdbc.sql(sql).update()));
    }
}
