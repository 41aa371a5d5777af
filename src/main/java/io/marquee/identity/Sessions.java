package io.marquee.identity;

import io.marquee.kernel.Ids;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where people are signed in. A session is a token in somebody's hand and its hash in a row. */
@Component
public class Sessions {
    static final String PREFIX = "mqs_";

    private final JdbcClient jdbc;
    private final Acting acting;
    private final Access access;
    private final Clock clock;

    Sessions(JdbcClient jdbc, Acting acting, Access access, Clock clock) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.access = access;
        this.clock = clock;
    }

    /** Opens a session for a person of whom the caller knows that it is them. Its token is always a new one. */
    @Transactional
    public IssuedSession open(PersonId person, SessionKind kind, Client client) {
        SecretToken token = SecretToken.next(PREFIX);
        Instant now = clock.instant();
        Instant expires = now.plus(kind.life());
        acting.asPlatform(() -> {
            jdbc.sql("""
                            insert into identity.sessions
                              (id, person_id, kind, token_hash, created_at, last_seen_at, expires_at, address, user_agent)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(Ids.next())
                    .param(person.value())
                    .param(Wire.name(kind))
                    .param(token.hash())
                    .param(Timestamp.from(now))
                    .param(Timestamp.from(now))
                    .param(Timestamp.from(expires))
                    .param(client.address())
                    .param(client.userAgent())
                    .update();
        });
        return new IssuedSession(person, token.text(), expires);
    }

    /** Ends the session of this token; nothing happens when it is not good any more. */
    @Transactional
    public void end(String token) {
        acting.asPlatform(() -> {
            jdbc.sql("update identity.sessions set revoked_at = ? where token_hash = ? and revoked_at is null")
                    .param(Timestamp.from(clock.instant()))
                    .param(SecretToken.hash(token))
                    .update();
        });
    }

    /** The sessions of the person who acts, the latest seen first. @param token of the session that asks */
    @Transactional(readOnly = true)
    public List<SessionView> mine(@Nullable String token) {
        return jdbc.sql("""
                        select id, kind, created_at, last_seen_at, expires_at, address, user_agent, token_hash = :hash
                        from identity.sessions
                        where person_id = :person and revoked_at is null and expires_at > :now
                        order by last_seen_at desc, id desc
                        limit 100
                        """)
                .param("hash", SecretToken.hash(token == null ? "" : token))
                .param("person", access.personId().value())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new SessionView(
                        row.getObject(1, UUID.class),
                        Wire.parse(SessionKind.class, row.getString(2)),
                        row.getTimestamp(3).toInstant(),
                        row.getTimestamp(4).toInstant(),
                        row.getTimestamp(5).toInstant(),
                        row.getString(6),
                        row.getString(7),
                        row.getBoolean(8)))
                .list();
    }

    /** Ends one session of the person who acts. @throws NotFound when they have no such session */
    @Transactional
    public void revoke(UUID session) {
        int rows = jdbc.sql("""
                        update identity.sessions set revoked_at = ?
                        where id = ? and person_id = ? and revoked_at is null
                        """)
                .param(Timestamp.from(clock.instant()))
                .param(session)
                .param(access.personId().value())
                .update();
        if (rows == 0) {
            throw new NotFound("session");
        }
    }

    /** Ends all sessions of the person but the one of this token. @return how many there were */
    @Transactional
    public int revokeOthers(PersonId person, @Nullable String token) {
        return acting.asPlatform(() -> jdbc.sql("""
                        update identity.sessions set revoked_at = ?
                        where person_id = ? and token_hash <> ? and revoked_at is null
                        """)
                .param(Timestamp.from(clock.instant()))
                .param(person.value())
                .param(SecretToken.hash(token == null ? "" : token))
                .update());
    }
}
