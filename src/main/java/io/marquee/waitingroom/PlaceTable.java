package io.marquee.waitingroom;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Numbers given out, called, used, and given to addresses. */
@Repository
class PlaceTable {
    private final JdbcClient jdbc;

    PlaceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first of some numbers. */
    record Numbers(int round, long first) {}

    /** The next numbers, durable when this returns. @return null when the room is closed, or its opening is due */
    @Nullable
    Numbers arrive(EventId event, OrganizationId organization, int count, Instant at) {
        return jdbc.sql("select round, first from waitingroom.arrive(?, ?, ?, ?)")
                .params(event.value(), organization.value(), count, Timestamp.from(at))
                .query((row, n) -> new Numbers(row.getInt(1), row.getLong(2)))
                .optional()
                .orElse(null);
    }

    /** Uses a place once more. @return false when it was used as often as it may be */
    boolean spend(Room room, long number, Instant at) {
        return jdbc.sql("select waitingroom.spend(?, ?, ?, ?, ?, ?)")
                .params(
                        room.event().value(),
                        room.organization().value(),
                        room.round(),
                        number,
                        room.settings().holdsEach(),
                        Timestamp.from(at))
                .query(Boolean.class)
                .single();
    }

    void unspend(Room room, long number) {
        jdbc.sql("select waitingroom.unspend(?, ?, ?, ?)")
                .params(room.event().value(), room.organization().value(), room.round(), number)
                .query(row -> {});
    }

    /** Whether it was used as often as it may be. */
    boolean spent(Room room, long number) {
        return jdbc.sql("select holds from waitingroom.uses where event_id = ? and round = ? and number = ?")
                .params(room.event().value(), room.round(), number)
                .query(Integer.class)
                .optional()
                .filter(holds -> holds >= room.settings().holdsEach())
                .isPresent();
    }

    void called(Room room, Instant at) {
        jdbc.sql("insert into waitingroom.calls (event_id, round, upto, organization_id, at) values (?, ?, ?, ?, ?)")
                .params(
                        room.event().value(),
                        room.round(),
                        room.called(),
                        room.organization().value(),
                        Timestamp.from(at))
                .update();
    }

    /** Those beyond what is known. */
    NavigableMap<Long, Instant> callsAfter(Room room, long known) {
        NavigableMap<Long, Instant> calls = new TreeMap<>();
        jdbc.sql("select upto, at from waitingroom.calls where event_id = ? and round = ? and upto > ?")
                .params(room.event().value(), room.round(), known)
                .query(row -> {
                    calls.put(row.getLong(1), row.getTimestamp(2).toInstant());
                });
        return calls;
    }

    /** Forgets calls whose places can no longer be used, but for the newest of them, which says so. */
    void forget(Room room, Instant before) {
        jdbc.sql("""
                        delete from waitingroom.calls c where event_id = :event and (round < :round or at < :before
                          and exists (select from waitingroom.calls l
                                       where l.event_id = c.event_id and l.round = c.round and l.upto > c.upto and l.at < :before))
                        """)
                .param("event", room.event().value())
                .param("round", room.round())
                .param("before", Timestamp.from(before))
                .update();
    }

    /** What earlier rounds left. */
    void forgetEarlier(Room room) {
        for (String table : List.of("calls", "uses", "addresses", "bound_holds")) {
            jdbc.sql("delete from waitingroom." + table + " where event_id = ? and round < ?")
                    .params(room.event().value(), room.round())
                    .update();
        }
    }

    @Nullable
    Long numberOf(Room room, byte[] address) {
        return jdbc.sql("select number from waitingroom.addresses where event_id = ? and round = ? and address = ?")
                .params(room.event().value(), room.round(), address)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** Whoever has this number has that hold. */
    void bind(Room room, long number, UUID hold) {
        jdbc.sql("""
                        insert into waitingroom.bound_holds (hold_id, event_id, round, organization_id, address)
                        select ?, event_id, round, organization_id, address from waitingroom.addresses
                         where event_id = ? and round = ? and number = ?
                        """).params(hold, room.event().value(), room.round(), number).update();
    }

    /** @return null where the hold is bound to no address */
    byte @Nullable [] boundTo(UUID hold) {
        return jdbc.sql("select address from waitingroom.bound_holds where hold_id = ?")
                .param(hold)
                .query(byte[].class)
                .optional()
                .orElse(null);
    }

    /** @return false when the address has a number already */
    boolean give(Room room, byte[] address, long number) {
        return jdbc.sql("""
                        insert into waitingroom.addresses (event_id, round, address, organization_id, number)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(
                                room.event().value(),
                                room.round(),
                                address,
                                room.organization().value(),
                                number)
                        .update()
                == 1;
    }
}
