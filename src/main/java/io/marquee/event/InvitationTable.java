package io.marquee.event;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.EventRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of {@code event.invitations}. An open one is neither accepted nor revoked; it may have expired. */
@Component
class InvitationTable {
    private static final String OPEN = """
            select id, event_id, organization_id, email, role, grants, invited_by, expires_at
            from event.invitations
            where accepted_at is null and revoked_at is null and %s = ?
            order by created_at
            """;

    private final JdbcClient jdbc;

    InvitationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the address has an open invitation to the event already */
    boolean insert(TeamInvitation invitation, Instant now) {
        return jdbc.sql("""
                        insert into event.invitations
                          (id, event_id, organization_id, email, role, grants, invited_by, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (event_id, email) where accepted_at is null and revoked_at is null do nothing
                        """)
                        .params(
                                invitation.id(),
                                invitation.event().value(),
                                invitation.organization().value(),
                                invitation.email(),
                                Wire.name(invitation.role()),
                                TeamTable.names(invitation.grants()),
                                invitation.invitedBy().value(),
                                Timestamp.from(now),
                                Timestamp.from(invitation.expiresAt()))
                        .update()
                == 1;
    }

    /** Makes room for a new invitation of the same address. */
    int revokeExpired(EventId event, String email, Instant now) {
        return jdbc.sql("""
                        update event.invitations set revoked_at = :now
                        where event_id = :event and email = :email and accepted_at is null and revoked_at is null
                          and expires_at <= :now
                        """)
                .param("now", Timestamp.from(now))
                .param("event", event.value())
                .param("email", email)
                .update();
    }

    /** @return false when it is not open any more */
    boolean revoke(EventId event, UUID id, Instant now) {
        return jdbc.sql("""
                        update event.invitations set revoked_at = ?
                        where id = ? and event_id = ? and accepted_at is null and revoked_at is null
                        """).params(Timestamp.from(now), id, event.value()).update() == 1;
    }

    /** Compare-and-set. @return false when it is not open any more */
    boolean accept(UUID id, Instant now) {
        return jdbc.sql("""
                        update event.invitations set accepted_at = :now
                        where id = :id and accepted_at is null and revoked_at is null and expires_at > :now
                        """).param("now", Timestamp.from(now)).param("id", id).update() == 1;
    }

    List<TeamInvitation> open(EventId event) {
        return jdbc.sql(OPEN.formatted("event_id"))
                .param(event.value())
                .query(InvitationTable::map)
                .list();
    }

    @Nullable
    TeamInvitation open(UUID id) {
        return jdbc.sql(OPEN.formatted("id"))
                .param(id)
                .query(InvitationTable::map)
                .optional()
                .orElse(null);
    }

    private static TeamInvitation map(ResultSet row, int number) throws SQLException {
        return new TeamInvitation(
                row.getObject("id", UUID.class),
                EventId.of(row.getObject("event_id", UUID.class)),
                OrganizationId.of(row.getObject("organization_id", UUID.class)),
                row.getString("email"),
                Wire.parse(EventRole.class, row.getString("role")),
                TeamTable.grants(row),
                PersonId.of(row.getObject("invited_by", UUID.class)),
                row.getTimestamp("expires_at").toInstant());
    }
}
