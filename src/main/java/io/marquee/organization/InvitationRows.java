package io.marquee.organization;

import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.OrganizationRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of invitations. One is open until it is accepted, withdrawn or too old. */
@Component
class InvitationRows {
    private static final String SELECT = """
            select id, organization_id, email, role, invited_by, created_at, expires_at from organization.invitations
            """;
    private static final String OPEN = " accepted_at is null and revoked_at is null and expires_at > ? ";

    private final JdbcClient jdbc;

    InvitationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            UUID id,
            OrganizationId organization,
            String email,
            OrganizationRole role,
            PersonId invitedBy,
            Instant createdAt,
            Instant expiresAt) {}

    void insert(Row row, byte[] tokenHash) {
        int rows = jdbc.sql("""
                        insert into organization.invitations
                          (id, organization_id, email, role, token_hash, invited_by, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(row.id())
                .param(row.organization().value())
                .param(row.email())
                .param(Wire.name(row.role()))
                .param(tokenHash)
                .param(row.invitedBy().value())
                .param(Timestamp.from(row.createdAt()))
                .param(Timestamp.from(row.expiresAt()))
                .update();
        if (rows != 1) {
            throw new IllegalStateException("the invitation was not written");
        }
    }

    /** The latest first. */
    List<Row> open(OrganizationId organization, Instant now) {
        return jdbc.sql(SELECT + "where organization_id = ? and" + OPEN + "order by created_at desc, id limit 500")
                .param(organization.value())
                .param(Timestamp.from(now))
                .query(InvitationRows::row)
                .list();
    }

    Optional<Row> openByToken(byte[] tokenHash, Instant now) {
        return jdbc.sql(SELECT + "where token_hash = ? and" + OPEN)
                .param(tokenHash)
                .param(Timestamp.from(now))
                .query(InvitationRows::row)
                .optional();
    }

    /** However they ended. */
    int countSince(OrganizationId organization, Instant since) {
        return jdbc.sql("select count(*) from organization.invitations where organization_id = ? and created_at > ?")
                .param(organization.value())
                .param(Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** An earlier one to the same address ends with a new one; mostly there is none. */
    void replace(OrganizationId organization, EmailAddress email, Instant now) {
        jdbc.sql("""
                        update organization.invitations set revoked_at = ?
                        where organization_id = ? and email = ? and accepted_at is null and revoked_at is null
                        """)
                .param(Timestamp.from(now))
                .param(organization.value())
                .param(email.value())
                .update();
    }

    /** @return whether it was open until now */
    boolean revoke(OrganizationId organization, UUID id, Instant now) {
        return jdbc.sql("""
                        update organization.invitations set revoked_at = ?
                        where organization_id = ? and id = ? and accepted_at is null and revoked_at is null
                        """)
                        .param(Timestamp.from(now))
                        .param(organization.value())
                        .param(id)
                        .update()
                == 1;
    }

    /** @return whether it was open until now */
    boolean accept(UUID id, Instant now) {
        return jdbc.sql("update organization.invitations set accepted_at = ? where id = ? and" + OPEN)
                        .param(Timestamp.from(now))
                        .param(id)
                        .param(Timestamp.from(now))
                        .update()
                == 1;
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                OrganizationId.of(row.getObject("organization_id", UUID.class)),
                row.getString("email"),
                Wire.parse(OrganizationRole.class, row.getString("role")),
                PersonId.of(row.getObject("invited_by", UUID.class)),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
