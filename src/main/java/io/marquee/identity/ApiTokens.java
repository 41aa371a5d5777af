package io.marquee.identity;

import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.PersonId;
import io.marquee.platform.api.ApiScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tokens that a person gives to programs, which act as them within the token's scopes. */
@Component
public class ApiTokens {
    static final String PREFIX = "mqp_";
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Access access;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, Access access, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Makes one for the person who acts.
     *
     * @throws InvalidInput at {@code name} where they have too many already
     */
    @Transactional
    public IssuedApiToken issue(NewApiToken asked) {
        PersonId person = access.personId();
        if (mine().size() >= MOST) throw InvalidInput.at("name", "too_many_tokens", MOST);
        SecretToken secret = SecretToken.next(PREFIX);
        Instant now = clock.instant();
        ApiTokenView view = new ApiTokenView(
                Ids.next(),
                asked.name(),
                asked.scopes(),
                now,
                asked.life() == null ? null : now.plus(asked.life()),
                null,
                null);
        jdbc.sql("""
                        insert into identity.api_tokens (id, person_id, name, token_hash, scopes, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        view.id(),
                        person.value(),
                        view.name(),
                        secret.hash(),
                        view.scopes().stream().map(ApiScope::toString).toArray(String[]::new),
                        Timestamp.from(now))
                .param(view.expiresAt() == null ? null : Timestamp.from(view.expiresAt()))
                .update();
        return new IssuedApiToken(view, secret.text());
    }

    /** Those of the person who acts that are still good, the newest first. */
    @Transactional(readOnly = true)
    public List<ApiTokenView> mine() {
        return jdbc.sql("""
                        select id, name, scopes, created_at, expires_at, last_used_at, last_used_from
                        from identity.api_tokens
                        where person_id = ? and revoked_at is null and (expires_at is null or expires_at > ?)
                        order by created_at desc, id desc
                        """)
                .param(access.personId().value())
                .param(Timestamp.from(clock.instant()))
                .query(ApiTokens::view)
                .list();
    }

    /** Ends one of the person who acts, at once. @throws NotFound when they have no such token */
    @Transactional
    public void revoke(UUID token) {
        int rows = jdbc.sql("""
                        update identity.api_tokens set revoked_at = ? where id = ? and person_id = ? and revoked_at is null
                        """)
                .param(Timestamp.from(clock.instant()))
                .param(token)
                .param(access.personId().value())
                .update();
        if (rows == 0) throw new NotFound("token");
    }

    /** Ends all of a person's: whoever had their password may have made one. Who calls acts as the platform. */
    void revokeAll(PersonId person) {
        jdbc.sql("update identity.api_tokens set revoked_at = ? where person_id = ? and revoked_at is null")
                .param(Timestamp.from(clock.instant()))
                .param(person.value())
                .update();
    }

    private static ApiTokenView view(ResultSet row, int n) throws SQLException {
        return new ApiTokenView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                scopes(row),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("expires_at")),
                instant(row.getTimestamp("last_used_at")),
                row.getString("last_used_from"));
    }

    /** An area that there is no longer gives nothing. */
    static List<ApiScope> scopes(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("scopes").getArray())
                .map(ApiScope::parse)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
