package io.marquee.identity;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Unauthenticated;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.EventAccess;
import io.marquee.platform.tenancy.OrganizationRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persons as actors, with the roles that they have at this moment. */
@Component
public class Actors {
    /** Seldom enough that looking at pages does not become writing rows. */
    private static final Duration TOUCH = Duration.ofMinutes(1);

    private static final String PERSON = """
            p.id person, case when p.email_verified_at is not null then p.email end verified_email, exists
              (select 1 from identity.platform_roles r where r.person_id = p.id and r.role = 'admin') administrator
            """;

    private final JdbcClient jdbc;
    private final AsPlatform asPlatform;
    private final Clock clock;
    private final ObjectProvider<OrganizationRoles> organizationRoles;
    private final ObjectProvider<EventRoles> eventRoles;

    Actors(
            JdbcClient jdbc,
            AsPlatform asPlatform,
            Clock clock,
            ObjectProvider<OrganizationRoles> organizationRoles,
            ObjectProvider<EventRoles> eventRoles) {
        this.jdbc = jdbc;
        this.asPlatform = asPlatform;
        this.clock = clock;
        this.organizationRoles = organizationRoles;
        this.eventRoles = eventRoles;
    }

    /** Whether the text has the form of a session's token at all. */
    public static boolean isSessionToken(String text) {
        return text.startsWith(Sessions.PREFIX);
    }

    /** @return null for a token that is not, or no longer, good */
    public Actor.@Nullable Person bySession(String token) {
        return asPlatform.<Actor.@Nullable Person>call(() -> resolve(token));
    }

    /**
     * A person who has no session to show: for what happens on their behalf, and right after they signed in.
     *
     * @throws Unauthenticated when there is no such person, or no longer
     */
    public Actor.Person of(PersonId person) {
        Actor.Person actor = asPlatform.<Actor.@Nullable Person>call(
                () -> jdbc.sql("select " + PERSON + " from identity.persons p where p.id = ? and p.disabled_at is null")
                        .param(person.value())
                        .query((row, n) -> actor(row))
                        .optional()
                        .orElse(null));
        if (actor == null) {
            throw new Unauthenticated();
        }
        return actor;
    }

    private Actor.@Nullable Person resolve(String token) {
        Instant now = clock.instant();
        Session session = jdbc.sql("select s.id session, s.last_seen_at, " + PERSON + """
                        from identity.sessions s join identity.persons p on p.id = s.person_id
                        where s.token_hash = ? and s.revoked_at is null and s.expires_at > ? and p.disabled_at is null
                        """)
                .param(SecretToken.hash(token))
                .param(Timestamp.from(now))
                .query((row, n) -> new Session(
                        row.getObject("session", UUID.class),
                        row.getTimestamp("last_seen_at").toInstant(),
                        actor(row)))
                .optional()
                .orElse(null);
        if (session == null) return null;
        if (session.lastSeen.isBefore(now.minus(TOUCH))) {
            touch(session.id, now);
        }
        return session.actor;
    }

    private record Session(UUID id, Instant lastSeen, Actor.Person actor) {}

    private void touch(UUID session, Instant now) {
        // no row where another request was quicker: that is as good
        jdbc.sql("update identity.sessions set last_seen_at = ? where id = ? and last_seen_at < ?")
                .param(Timestamp.from(now))
                .param(session)
                .param(Timestamp.from(now.minus(TOUCH)))
                .update();
    }

    private Actor.Person actor(ResultSet row) throws SQLException {
        PersonId person = PersonId.of(row.getObject("person", UUID.class));
        Map<OrganizationId, OrganizationRole> organizations = new HashMap<>();
        organizationRoles.forEach(roles -> organizations.putAll(roles.of(person)));
        Map<EventId, EventAccess> events = new HashMap<>();
        eventRoles.forEach(roles -> events.putAll(roles.of(person)));
        return new Actor.Person(
                person,
                row.getString("verified_email"),
                row.getBoolean("administrator"),
                Map.copyOf(organizations),
                Map.copyOf(events));
    }
}
