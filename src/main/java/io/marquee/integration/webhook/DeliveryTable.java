package io.marquee.integration.webhook;

import io.marquee.kernel.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of messages to endpoints. */
@Repository
class DeliveryTable {
    private static final String COLUMNS =
            "id, endpoint_id, event_type, body, state, attempts, created_at, due_at, tried_at, status, answer";

    private final JdbcClient jdbc;
    private final Clock clock;

    DeliveryTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A message for each endpoint that wants one of these, in one statement. */
    void insert(List<Happening> happenings) {
        jdbc.sql("""
                        insert into integration.webhook_deliveries
                          (id, endpoint_id, organization_id, event_type, cause, body, state, due_at, created_at)
                        select gen_random_uuid(), e.id, e.organization_id, n.type, n.cause, n.body, 'waiting', :at, :at
                          from unnest(:organizations, :types, :causes, :bodies) n (organization_id, type, cause, body)
                          join integration.webhook_endpoints e
                            on e.organization_id = n.organization_id and n.type = any (e.event_types) and e.disabled_at is null
                        on conflict do nothing
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param(
                        "organizations",
                        happenings.stream().map(h -> h.organization().value()).toArray(UUID[]::new))
                .param(
                        "types",
                        happenings.stream().map(h -> Wire.name(h.type())).toArray(String[]::new))
                .param("causes", happenings.stream().map(Happening::cause).toArray(String[]::new))
                .param("bodies", happenings.stream().map(Happening::body).toArray(String[]::new))
                .update();
    }

    /**
     * Some that are due; nobody else takes them for as long as they may be under way. Endpoints that work come first, each with a few,
     * and one message tries each of those that do not: a dead one with thousands waiting keeps nobody else's.
     *
     * @param busy endpoints that have enough for now
     * @param mostTries of those that do not work
     */
    List<DeliveryView> take(Collection<UUID> busy, int ofEach, int most, int mostTries, Duration underWay) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        update integration.webhook_deliveries set due_at = :later
                        where id in (select t.id
                                       from (select d.id, e.fails, row_number() over (partition by e.fails) as n
                                               from (select id, failing_since is not null as fails from integration.webhook_endpoints
                                                      where disabled_at is null and id <> all (:busy::uuid[])) e
                                                    cross join lateral (
                                                      select w.id from integration.webhook_deliveries w
                                                       where w.endpoint_id = e.id and w.state = 'waiting' and w.due_at <= :now
                                                       order by w.due_at limit case when e.fails then 1 else :each end
                                                       for update skip locked) d) t
                                      where not t.fails or t.n <= :tries
                                      order by t.fails limit :most)
                        returning
                        """ + COLUMNS)
                .param("later", Timestamp.from(now.plus(underWay)))
                .param("now", Timestamp.from(now))
                .param("busy", busy.toArray(UUID[]::new))
                .param("each", ofEach)
                .param("most", most)
                .param("tries", mostTries)
                .query(DeliveryTable::map)
                .list();
    }

    void done(UUID id, DeliveryState state, Instant due, @Nullable Integer status, String answer) {
        jdbc.sql("""
                        update integration.webhook_deliveries
                        set state = :state, attempts = attempts + 1, due_at = :due, tried_at = :now, status = :status, answer = :answer
                        where id = :id
                        """)
                .param("state", Wire.name(state))
                .param("due", Timestamp.from(due))
                .param("now", Timestamp.from(clock.instant()))
                .param("status", status)
                .param("answer", answer)
                .param("id", id)
                .update();
    }

    /** The latest first. @param before the last one seen */
    List<DeliveryView> of(UUID endpoint, @Nullable UUID before, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from integration.webhook_deliveries
                        where endpoint_id = :endpoint and (:before::uuid is null or (created_at, id)
                              < (select created_at, id from integration.webhook_deliveries where id = :before::uuid))
                        order by created_at desc, id desc limit :limit
                        """)
                .param("endpoint", endpoint)
                .param("before", before)
                .param("limit", limit)
                .query(DeliveryTable::map)
                .list();
    }

    /** Sends it once more, from the first try on. @return false where that endpoint has no such message */
    boolean replay(UUID endpoint, UUID id) {
        return jdbc.sql("""
                        update integration.webhook_deliveries set state = 'waiting', attempts = 0, due_at = ?
                        where endpoint_id = ? and id = ?
                        """)
                        .params(Timestamp.from(clock.instant()), endpoint, id)
                        .update()
                == 1;
    }

    /** @return how many */
    int forget(Instant before) {
        return jdbc.sql("delete from integration.webhook_deliveries where created_at < ? and state <> 'waiting'")
                .param(Timestamp.from(before))
                .update();
    }

    private static DeliveryView map(ResultSet row, int n) throws SQLException {
        Timestamp tried = row.getTimestamp("tried_at");
        return new DeliveryView(
                row.getObject("id", UUID.class),
                row.getObject("endpoint_id", UUID.class),
                Wire.parse(HappeningType.class, row.getString("event_type")),
                row.getString("body"),
                Wire.parse(DeliveryState.class, row.getString("state")),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                tried == null ? null : tried.toInstant(),
                row.getObject("status", Integer.class),
                row.getString("answer"));
    }
}
