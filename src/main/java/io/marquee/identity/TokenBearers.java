package io.marquee.identity;

import io.marquee.kernel.PersonId;
import io.marquee.kernel.Unauthenticated;
import io.marquee.platform.api.ApiScope;
import io.marquee.platform.tenancy.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom a program acts as that shows a token of a person's, and how far. */
@Component
public class TokenBearers {
    /** Seldom enough that reading through the API does not become writing rows. */
    private static final Duration TOUCH = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Actors actors;
    private final AsPlatform asPlatform;
    private final Clock clock;

    TokenBearers(JdbcClient jdbc, Actors actors, AsPlatform asPlatform, Clock clock) {
        this.jdbc = jdbc;
        this.actors = actors;
        this.asPlatform = asPlatform;
        this.clock = clock;
    }

    /** @param person with the roles that they have at this moment */
    public record Bearer(Actor.Person person, Set<ApiScope> scopes) {}

    public static boolean looksLikeOne(String token) {
        return token.startsWith(ApiTokens.PREFIX);
    }

    /**
     * Notes the use.
     *
     * @param address of the network that it comes from
     * @throws Unauthenticated for a token that is not, or no longer, good
     */
    public Bearer open(String token, String address) {
        Known known = asPlatform.<@Nullable Known>call(() -> find(token, address));
        if (known == null) throw new Unauthenticated();
        return new Bearer(actors.of(known.person), known.scopes);
    }

    private record Known(
            UUID id,
            PersonId person,
            Set<ApiScope> scopes,
            @Nullable Timestamp used) {}

    private @Nullable Known find(String token, String address) {
        Instant now = clock.instant();
        Known known = jdbc.sql("""
                        select id, person_id, scopes, last_used_at from identity.api_tokens
                        where token_hash = ? and revoked_at is null and (expires_at is null or expires_at > ?)
                        """)
                .param(SecretToken.hash(token))
                .param(Timestamp.from(now))
                .query((row, n) -> new Known(
                        row.getObject("id", UUID.class),
                        PersonId.of(row.getObject("person_id", UUID.class)),
                        Set.copyOf(ApiTokens.scopes(row)),
                        row.getTimestamp("last_used_at")))
                .optional()
                .orElse(null);
        if (known != null && (known.used == null || known.used.toInstant().isBefore(now.minus(TOUCH)))) {
            touch(known.id, now, address);
        }
        return known;
    }

    private void touch(UUID token, Instant now, String address) {
        // no row where another request was quicker: that is as good
        jdbc.sql("""
                        update identity.api_tokens set last_used_at = ?, last_used_from = ?
                        where id = ? and (last_used_at is null or last_used_at < ?)
                        """)
                .params(Timestamp.from(now), address, token, Timestamp.from(now.minus(TOUCH)))
                .update();
    }
}
