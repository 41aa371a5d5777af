package io.marquee.checkin.device;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of devices. Of their tokens there are hashes only. */
@Repository
class DeviceRows {
    private static final String SELECT = """
            select id, event_id, organization_id, name, gates, ticket_types, scopes, state, expires_at, enrolled_at, last_seen_at
              from checkin.devices
            """;
    private static final Duration TOUCH = Duration.ofSeconds(30);

    private final JdbcClient jdbc;

    DeviceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A link that waits for its device. */
    record Enrolment(byte[] hash, Instant until) {}

    void insert(DeviceView device, Enrolment enrolment, Instant now) {
        jdbc.sql("""
                        insert into checkin.devices
                          (id, event_id, organization_id, name, gates, ticket_types, scopes, state, expires_at, created_at,
                           enrolment_hash, enrolment_until)
                        values (?, ?, ?, ?, ?, ?, ?, 'invited', ?, ?, ?, ?)
                        """)
                .params(
                        device.id(),
                        device.event().value(),
                        device.organization().value(),
                        device.name(),
                        device.gates().toArray(String[]::new),
                        device.ticketTypes().toArray(UUID[]::new),
                        device.scopes().stream().map(Wire::name).toArray(String[]::new),
                        Timestamp.from(device.expiresAt()),
                        Timestamp.from(now),
                        enrolment.hash(),
                        Timestamp.from(enrolment.until()))
                .update();
    }

    List<DeviceView> ofEvent(EventId event) {
        return jdbc.sql(SELECT + "where event_id = ? order by state = 'revoked', id desc")
                .param(event.value())
                .query(DeviceRows::view)
                .list();
    }

    /** How many phones were taken off an event's doors so far. */
    int takenOff(EventId event) {
        return jdbc.sql("""
                        select coalesce(sum(links - 1), 0) + count(*) filter (where state = 'revoked')
                          from checkin.devices where event_id = ?
                        """).param(event.value()).query(Integer.class).single();
    }

    /** How many of an event are not revoked. */
    int countOf(EventId event) {
        return jdbc.sql("select count(*) from checkin.devices where event_id = ? and state <> 'revoked'")
                .param(event.value())
                .query(Integer.class)
                .single();
    }

    @Nullable
    DeviceView find(EventId event, UUID id) {
        return jdbc.sql(SELECT + "where event_id = ? and id = ?")
                .params(event.value(), id)
                .query(DeviceRows::view)
                .optional()
                .orElse(null);
    }

    List<DeviceView> find(EventId event, Collection<UUID> ids) {
        return jdbc.sql(SELECT + "where event_id = ? and id = any (?)")
                .params(event.value(), ids.toArray(UUID[]::new))
                .query(DeviceRows::view)
                .list();
    }

    /** Revoked ones too: they may still hand in what they scanned. */
    @Nullable
    DeviceView byKey(byte[] hash) {
        return jdbc.sql(SELECT + "where key_hash = ?")
                .param(hash)
                .query(DeviceRows::view)
                .optional()
                .orElse(null);
    }

    @Nullable
    DeviceView byEnrolment(byte[] hash) {
        return jdbc.sql(SELECT + "where enrolment_hash = ?")
                .param(hash)
                .query(DeviceRows::view)
                .optional()
                .orElse(null);
    }

    /** @return false where the link is used, or over */
    boolean enrol(UUID id, byte[] keyHash, Instant now) {
        return jdbc.sql("""
                        update checkin.devices set state = 'enrolled', key_hash = ?, enrolled_at = ?, last_seen_at = ?
                         where id = ? and state = 'invited' and enrolment_until > ? and expires_at > ?
                        """)
                        .params(keyHash, Timestamp.from(now), Timestamp.from(now), id)
                        .params(Timestamp.from(now), Timestamp.from(now))
                        .update()
                == 1;
    }

    /** A new link: the one before it, and the key that came of it, open nothing any more. */
    boolean invite(UUID id, Enrolment enrolment, Set<DeviceState> from) {
        return jdbc.sql("""
                        update checkin.devices
                           set state = 'invited', key_hash = null, enrolment_hash = ?, enrolment_until = ?, links = links + 1
                         where id = ? and state = any (?)
                        """)
                        .params(enrolment.hash(), Timestamp.from(enrolment.until()), id, names(from))
                        .update()
                == 1;
    }

    /** The key's hash stays: whoever comes with it is told, instead of being nobody. */
    boolean revoke(UUID id, Set<DeviceState> from) {
        return jdbc.sql("update checkin.devices set state = 'revoked' where id = ? and state = any (?)")
                        .params(id, names(from))
                        .update()
                == 1;
    }

    /** Seldom enough that asking does not become writing. */
    void seen(DeviceView device, Instant now) {
        Instant last = device.lastSeenAt();
        if (last != null && last.isAfter(now.minus(TOUCH))) return;
        // no row where another request of it was quicker: that is as good
        jdbc.sql("update checkin.devices set last_seen_at = ? where id = ? and last_seen_at < ?")
                .params(Timestamp.from(now), device.id(), Timestamp.from(now.minus(TOUCH)))
                .update();
    }

    private static String[] names(Set<DeviceState> states) {
        return states.stream().map(Wire::name).toArray(String[]::new);
    }

    private static DeviceView view(ResultSet row, int number) throws SQLException {
        return new DeviceView(
                row.getObject("id", UUID.class),
                new EventId(row.getObject("event_id", UUID.class)),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                row.getString("name"),
                Arrays.asList((String[]) row.getArray("gates").getArray()),
                Arrays.asList((UUID[]) row.getArray("ticket_types").getArray()),
                Arrays.stream((String[]) row.getArray("scopes").getArray())
                        .map(scope -> Wire.parse(DeviceScope.class, scope))
                        .toList(),
                Wire.parse(DeviceState.class, row.getString("state")),
                row.getTimestamp("expires_at").toInstant(),
                instant(row, "enrolled_at"),
                instant(row, "last_seen_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
