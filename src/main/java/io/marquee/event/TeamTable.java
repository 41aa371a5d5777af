package io.marquee.event;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.EventAccess;
import io.marquee.platform.tenancy.EventGrant;
import io.marquee.platform.tenancy.EventRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of {@code event.roles}. */
@Component
class TeamTable {
    private final JdbcClient jdbc;

    TeamTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One person's role on one event. */
    record Role(EventId event, PersonId person, EventAccess access, Instant since) {}

    /** Gives the person this role in place of any other. */
    void put(
            EventId event,
            OrganizationId organization,
            PersonId person,
            EventRole role,
            Set<EventGrant> grants,
            Instant since) {
        int rows = jdbc.sql("""
                        insert into event.roles (event_id, person_id, organization_id, role, grants, since)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (event_id, person_id) do update set role = excluded.role, grants = excluded.grants
                        """)
                .params(
                        event.value(),
                        person.value(),
                        organization.value(),
                        Wire.name(role),
                        names(grants),
                        Timestamp.from(since))
                .update();
        if (rows != 1) {
            throw new IllegalStateException("the role of " + person + " was not written");
        }
    }

    /** @return false when they had none */
    boolean remove(EventId event, PersonId person) {
        return jdbc.sql("delete from event.roles where event_id = ? and person_id = ?")
                        .params(event.value(), person.value())
                        .update()
                == 1;
    }

    List<Role> of(EventId event) {
        return jdbc.sql(
                        "select event_id, person_id, role, grants, since from event.roles where event_id = ? order by since")
                .param(event.value())
                .query(TeamTable::map)
                .list();
    }

    List<Role> of(PersonId person) {
        return jdbc.sql("select event_id, person_id, role, grants, since from event.roles where person_id = ?")
                .param(person.value())
                .query(TeamTable::map)
                .list();
    }

    private static Role map(ResultSet row, int number) throws SQLException {
        return new Role(
                EventId.of(row.getObject("event_id", UUID.class)),
                PersonId.of(row.getObject("person_id", UUID.class)),
                new EventAccess(Wire.parse(EventRole.class, row.getString("role")), grants(row)),
                row.getTimestamp("since").toInstant());
    }

    static Set<EventGrant> grants(ResultSet row) throws SQLException {
        return EventRows.texts(row.getArray("grants")).stream()
                .map(name -> Wire.parse(EventGrant.class, name))
                .collect(Collectors.toUnmodifiableSet());
    }

    static String[] names(Set<EventGrant> grants) {
        return grants.stream().map(Wire::name).sorted().toArray(String[]::new);
    }
}
