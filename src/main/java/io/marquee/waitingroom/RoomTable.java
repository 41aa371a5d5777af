package io.marquee.waitingroom;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of waiting rooms. */
@Repository
class RoomTable {
    private final JdbcClient jdbc;

    RoomTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Nullable
    Room find(EventId event) {
        return jdbc.sql("select * from waitingroom.rooms where event_id = ?")
                .param(event.value())
                .query(RoomTable::room)
                .optional()
                .orElse(null);
    }

    /** All that are not closed. */
    List<Room> open() {
        return jdbc.sql("select * from waitingroom.rooms where state <> 'closed'")
                .query(RoomTable::room)
                .list();
    }

    void save(EventId event, OrganizationId organization, RoomSettings settings) {
        jdbc.sql("""
                        insert into waitingroom.rooms
                          (event_id, organization_id, id, mode, opens_at, use_minutes, holds_each, verified)
                        values (:event, :organization, :id, :mode, :opensAt, :minutes, :holds, :verified)
                        on conflict (event_id) do update
                           set mode = excluded.mode, opens_at = coalesce(excluded.opens_at, rooms.opens_at),
                               use_minutes = excluded.use_minutes, holds_each = excluded.holds_each,
                               verified = excluded.verified
                        """)
                .param("event", event.value())
                .param("organization", organization.value())
                .param("id", Ids.next())
                .param("mode", Wire.name(settings.mode()))
                .param("opensAt", timestamp(settings.opensAt()))
                .param("minutes", settings.useMinutes())
                .param("holds", settings.holdsEach())
                .param("verified", settings.verified())
                .update();
    }

    /** A new round: nobody is there yet. @return false when it was not closed */
    boolean gather(EventId event) {
        return jdbc.sql("""
                        update waitingroom.rooms
                           set state = 'gathering', round = round + 1, issued = 0, present = null, seed = null,
                               opened_at = null, called = 0, admitted = 0, counted = 0, rate = 0, flow = 0, carry = 0,
                               ticked_at = null, strained_at = null, cut_at = null
                         where event_id = ? and state = 'closed'
                        """).param(event.value()).update() == 1;
    }

    /** The opening: who is there now takes part in the draw. @return false when somebody else made it */
    boolean open(EventId event, byte[] seed, Instant at) {
        return jdbc.sql("""
                        update waitingroom.rooms
                           set state = 'admitting', present = issued, seed = :seed, opened_at = :at, rate = :rate
                         where event_id = :event and state = 'gathering' and opens_at <= :at
                        """)
                        .param("event", event.value())
                        .param("seed", seed)
                        .param("at", timestamp(at))
                        .param("rate", Pace.START.rate())
                        .update()
                == 1;
    }

    boolean close(EventId event) {
        return jdbc.sql("update waitingroom.rooms set state = 'closed' where event_id = ? and state <> 'closed'")
                        .param(event.value())
                        .update()
                == 1;
    }

    /** Adds what a node saw, and locks the room. @return null when it is not admitting */
    @Nullable
    Room saw(EventId event, long admitted, boolean strained, Instant at) {
        return jdbc.sql("""
                        update waitingroom.rooms
                           set admitted = admitted + :admitted,
                               strained_at = case when :strained then :at else strained_at end
                         where event_id = :event and state = 'admitting'
                        returning *
                        """)
                .param("event", event.value())
                .param("admitted", admitted)
                .param("strained", strained)
                .param("at", timestamp(at))
                .query(RoomTable::room)
                .optional()
                .orElse(null);
    }

    /** Of a room that is locked. */
    void tick(Room after) {
        jdbc.sql("""
                        update waitingroom.rooms
                           set called = :called, rate = :rate, flow = :flow, carry = :carry, counted = :counted,
                               ticked_at = :ticked, cut_at = :cut
                         where event_id = :event
                        """)
                .param("event", after.event().value())
                .param("called", after.called())
                .param("rate", after.pace().rate())
                .param("flow", after.pace().flow())
                .param("carry", after.carry())
                .param("counted", after.counted())
                .param("ticked", timestamp(after.tickedAt()))
                .param("cut", timestamp(after.cutAt()))
                .update();
    }

    private static Room room(ResultSet row, int n) throws SQLException {
        return new Room(
                new EventId(row.getObject("event_id", UUID.class)),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                row.getObject("id", UUID.class),
                new RoomSettings(
                        Wire.parse(RoomMode.class, row.getString("mode")),
                        instant(row, "opens_at"),
                        row.getInt("use_minutes"),
                        row.getInt("holds_each"),
                        row.getBoolean("verified")),
                Wire.parse(RoomState.class, row.getString("state")),
                row.getInt("round"),
                row.getLong("issued"),
                row.getObject("present", Long.class),
                row.getBytes("seed"),
                instant(row, "opened_at"),
                row.getLong("called"),
                row.getLong("admitted"),
                new Pace(row.getDouble("rate"), row.getDouble("flow")),
                row.getDouble("carry"),
                row.getLong("counted"),
                instant(row, "ticked_at"),
                instant(row, "strained_at"),
                instant(row, "cut_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
