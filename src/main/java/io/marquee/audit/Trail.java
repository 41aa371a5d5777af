package io.marquee.audit;

import io.marquee.kernel.Cursors;
import io.marquee.kernel.EventId;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was done, newest first. Whoever calls has decided that the viewer may know; the policies hold beside it. */
@Component
public class Trail {
    private static final String SELECT = """
            select t.id, t.organization_id, t.event_id, t.subject, t.subject_id, t.action, t.at, t.actor_kind, t.actor_id, t.request,
                   t.reason, t.diff,
                   (select p.value from audit.personal p where p.id = t.origin) address,
                   (select jsonb_object_agg(p.id, p.value) from audit.personal p
                    where p.id in (select (apart ->> 'ref')::uuid from jsonb_path_query(t.diff, '$.*[*] ? (exists (@.ref))') apart)) apart
            from audit.trail t
            """;
    private static final String FILTERED = """
             and (:thing::uuid is null or t.subject_id = :thing::uuid)
             and (:subject::text is null or t.subject = :subject)
             and (:actor::uuid is null or t.actor_id = :actor::uuid)
             and (:from::timestamptz is null or t.at >= :from)
             and (:until::timestamptz is null or t.at < :until)
             and (:cursor::uuid is null or t.id < :cursor::uuid)
            order by t.id desc limit :limit
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Trail(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param cursor of the last entry that is known; null to begin. @throws InvalidInput for a cursor that is none */
    @Transactional(readOnly = true)
    public Slice<TrailEntry> of(OrganizationId organization, TrailFilter filter, @Nullable String cursor, int limit) {
        return slice(
                jdbc.sql(SELECT + "where t.organization_id = :organization" + FILTERED)
                        .param("organization", organization.value()),
                filter,
                cursor,
                limit);
    }

    @Transactional(readOnly = true)
    public Slice<TrailEntry> of(
            OrganizationId organization, EventId event, TrailFilter filter, @Nullable String cursor, int limit) {
        return slice(
                jdbc.sql(SELECT + "where t.organization_id = :organization and t.event_id = :event" + FILTERED)
                        .param("organization", organization.value())
                        .param("event", event.value()),
                filter,
                cursor,
                limit);
    }

    /** What the person did beside moving things from state to state, and what was done to their account. */
    @Transactional(readOnly = true)
    public Slice<TrailEntry> of(PersonId person, TrailFilter filter, @Nullable String cursor, int limit) {
        return slice(
                jdbc.sql(SELECT + "where t.action <> 'moved' and (t.actor_id = :person or t.subject_id = :person)"
                                + FILTERED)
                        .param("person", person.value()),
                filter,
                cursor,
                limit);
    }

    /** @throws NotFound where there is no such entry, or not for whoever acts */
    @Transactional(readOnly = true)
    public TrailEntry byId(UUID id) {
        return jdbc.sql(SELECT + "where t.id = ?")
                .param(id)
                .query(this::entry)
                .optional()
                .orElseThrow(() -> new NotFound("page"));
    }

    /** The changes of one thing that came after an entry, newest first: undone one by one they lead back to it. */
    @Transactional(readOnly = true)
    public List<TrailEntry> since(TrailEntry entry) {
        return jdbc.sql(SELECT + """
                        where t.subject = ? and t.subject_id = ? and t.id > ? and t.action = 'changed'
                        order by t.id desc
                        """)
                .params(entry.subject(), entry.subjectId(), entry.id())
                .query(this::entry)
                .list();
    }

    private Slice<TrailEntry> slice(StatementSpec sql, TrailFilter filter, @Nullable String cursor, int limit) {
        List<TrailEntry> found = sql.param("thing", filter.thing())
                .param("subject", filter.subject())
                .param("actor", filter.actor())
                .param("from", timestamp(filter.from()))
                .param("until", timestamp(filter.until()))
                .param("cursor", Cursors.id(cursor))
                .param("limit", limit + 1)
                .query(this::entry)
                .list();
        return Slice.of(found, limit, entry -> entry.id().toString());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private TrailEntry entry(ResultSet row, int n) throws SQLException {
        JsonNode apart = json.readTree(row.getString("apart") == null ? "{}" : row.getString("apart"));
        List<TrailEntry.Change> changes = new ArrayList<>();
        json.readTree(row.getString("diff")).forEachEntry((field, pair) -> changes.add(change(field, pair, apart)));
        return new TrailEntry(
                row.getObject("id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("subject"),
                row.getObject("subject_id", UUID.class),
                row.getString("action"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor_kind"),
                row.getObject("actor_id", UUID.class),
                row.getString("address"),
                row.getString("request"),
                row.getString("reason"),
                List.copyOf(changes));
    }

    private static TrailEntry.Change change(String field, JsonNode pair, JsonNode apart) {
        boolean erased = pair.valueStream()
                .anyMatch(side -> side.has("ref") && !apart.has(side.path("ref").asString("")));
        return new TrailEntry.Change(field, value(pair.path(0), apart), value(pair.path(1), apart), erased);
    }

    private static @Nullable String value(JsonNode side, JsonNode apart) {
        if (side.has("ref")) {
            JsonNode kept = apart.path(side.path("ref").asString(""));
            return kept.isMissingNode() ? null : kept.asString();
        } else if (side.isNull() || side.isMissingNode()) {
            return null;
        } else {
            return side.isString() ? side.asString() : side.toString();
        }
    }
}
