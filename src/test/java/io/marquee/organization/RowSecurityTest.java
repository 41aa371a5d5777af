package io.marquee.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.OrganizationRole;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.OrganizationFixture;
import io.marquee.testing.PeopleFixture;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What PostgreSQL itself lets anybody see and change of organizations, whatever our code may ask for. */
@MarqueeTest
class RowSecurityTest {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Acting acting;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private Invitations invitations;

    @Autowired
    private PeopleFixture people;

    @Autowired
    private OrganizationFixture fixture;

    private PersonId stranger;
    private OrganizationId jazz;
    private OrganizationId own;

    @BeforeEach
    void two_tenants() {
        PersonId owner = people.person("Olga Owner");
        jazz = fixture.organization(owner, "Jazz").id();
        acting.as(
                people.actor(owner),
                () -> invitations.send(jazz, PeopleFixture.address("guest"), OrganizationRole.VIEWER));
        stranger = people.person("Stran Ger");
        own = fixture.organization(stranger, "Rock").id();
    }

    @Test
    void what_an_organization_says_of_itself_is_public_and_its_people_are_not() {
        for (Actor actor : List.of(Actor.NOBODY, Actor.ANONYMOUS, people.actor(stranger))) {
            assertThat(count(actor, "organizations where id = '" + jazz + "'")).isEqualTo(1);
            assertThat(count(actor, "memberships where organization_id = '" + jazz + "'"))
                    .isZero();
            assertThat(count(actor, "invitations where organization_id = '" + jazz + "'"))
                    .isZero();
        }
        assertThat(count(people.actor(stranger), "memberships where organization_id = '" + own + "'"))
                .isEqualTo(1);
    }

    @Test
    void a_tenant_changes_nothing_of_another() {
        Actor actor = people.actor(stranger);
        assertThat(change(actor, "update organization.organizations set name = 'Mine' where id = '%s'"))
                .isZero();
        assertThat(change(actor, "delete from organization.organizations where id = '%s'"))
                .isZero();
        assertThat(change(actor, "update organization.memberships set role = 'viewer' where organization_id = '%s'"))
                .isZero();
        assertThat(change(actor, "update organization.invitations set revoked_at = now() where organization_id = '%s'"))
                .isZero();
    }

    @Test
    void nobody_lets_themselves_in() {
        assertThatThrownBy(() -> change(
                        people.actor(stranger),
                        "insert into organization.memberships values ('%s', '" + stranger + "', 'owner', now())"))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    private long count(Actor actor, String rows) {
        return acting.as(
                actor,
                () -> transactions.execute(status -> jdbc.sql("select count(*) from organization." + rows)
                        .query(Long.class)
                        .single()));
    }

    private int change(Actor actor, String sql) {
        return acting.as(
                actor,
                () -> transactions.execute(
                        status -> jdbc.sql(sql.formatted(jazz)).update()));
    }
}
