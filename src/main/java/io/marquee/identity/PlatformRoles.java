package io.marquee.identity;

import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows that say who is more than an attendee. Who calls has a transaction and acts as the platform. */
@Component
class PlatformRoles {
    private final JdbcClient jdbc;
    private final Clock clock;

    PlatformRoles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Leaves what is there as it is. */
    void grant(PersonId person, PlatformRole role) {
        Actor actor = Acting.current();
        jdbc.sql("""
                        insert into identity.platform_roles (person_id, role, granted_at, granted_by)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                .param(person.value())
                .param(Wire.name(role))
                .param(Timestamp.from(clock.instant()))
                .param(actor.id())
                .update();
    }

    List<PlatformRole> of(PersonId person) {
        return jdbc.sql("select role from identity.platform_roles where person_id = ? order by role")
                .param(person.value())
                .query((row, n) -> Wire.parse(PlatformRole.class, row.getString(1)))
                .list();
    }

    boolean anyAdministrator() {
        return jdbc.sql("select exists (select 1 from identity.platform_roles where role = 'admin')")
                .query(Boolean.class)
                .single();
    }

    /** Until the transaction ends, no other node asks whether there is an administrator in order to make one. */
    void lockFirstAdministrator() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('identity.first_administrator'))")
                .query()
                .listOfRows();
    }
}
