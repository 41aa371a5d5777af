package io.marquee.organization;

import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.OrganizationRole;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of who belongs to which organization, and as what. */
@Component
class MembershipRows {
    private final JdbcClient jdbc;

    MembershipRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(PersonId person, OrganizationRole role, Instant since) {}

    Map<OrganizationId, OrganizationRole> rolesOf(PersonId person) {
        Map<OrganizationId, OrganizationRole> roles = new HashMap<>();
        jdbc.sql("select organization_id, role from organization.memberships where person_id = ?")
                .param(person.value())
                .query(row -> {
                    roles.put(
                            OrganizationId.of(row.getObject(1, UUID.class)),
                            Wire.parse(OrganizationRole.class, row.getString(2)));
                });
        return roles;
    }

    /** The longest members first. */
    List<Row> of(OrganizationId organization) {
        return jdbc.sql("""
                        select person_id, role, since from organization.memberships
                        where organization_id = ? order by since, person_id
                        """)
                .param(organization.value())
                .query((row, n) -> new Row(
                        PersonId.of(row.getObject(1, UUID.class)),
                        Wire.parse(OrganizationRole.class, row.getString(2)),
                        row.getTimestamp(3).toInstant()))
                .list();
    }

    Optional<OrganizationRole> roleOf(OrganizationId organization, PersonId person) {
        return jdbc.sql("select role from organization.memberships where organization_id = ? and person_id = ?")
                .param(organization.value())
                .param(person.value())
                .query((row, n) -> Wire.parse(OrganizationRole.class, row.getString(1)))
                .optional();
    }

    /** The owners, who stay so until this transaction ends: two who leave at once can't both be the last but one. */
    List<PersonId> lockedOwners(OrganizationId organization) {
        return jdbc.sql("""
                        select person_id from organization.memberships
                        where organization_id = ? and role = 'owner' order by person_id for update
                        """)
                .param(organization.value())
                .query((row, n) -> PersonId.of(row.getObject(1, UUID.class)))
                .list();
    }

    /** @return whether they were no member yet */
    boolean insert(OrganizationId organization, PersonId person, OrganizationRole role, Instant now) {
        return jdbc.sql("""
                        insert into organization.memberships (organization_id, person_id, role, since)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                        .param(organization.value())
                        .param(person.value())
                        .param(Wire.name(role))
                        .param(Timestamp.from(now))
                        .update()
                == 1;
    }

    /** @return whether they still were what they were */
    boolean change(OrganizationId organization, PersonId person, OrganizationRole from, OrganizationRole to) {
        return jdbc.sql("""
                        update organization.memberships set role = ?
                        where organization_id = ? and person_id = ? and role = ?
                        """)
                        .param(Wire.name(to))
                        .param(organization.value())
                        .param(person.value())
                        .param(Wire.name(from))
                        .update()
                == 1;
    }

    /** @return whether they still were what they were */
    boolean delete(OrganizationId organization, PersonId person, OrganizationRole from) {
        return jdbc.sql("""
                        delete from organization.memberships
                        where organization_id = ? and person_id = ? and role = ?
                        """)
                        .param(organization.value())
                        .param(person.value())
                        .param(Wire.name(from))
                        .update()
                == 1;
    }
}
