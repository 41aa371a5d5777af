package io.marquee.feedback;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
import io.marquee.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RequestTable {
    private static final String COUNTED = """
            count(r.id) asked, count(*) filter (where r.rating = 1) r1, count(*) filter (where r.rating = 2) r2,
            count(*) filter (where r.rating = 3) r3, count(*) filter (where r.rating = 4) r4,
            count(*) filter (where r.rating = 5) r5
            """;

    private final JdbcClient jdbc;

    RequestTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param rating null while nobody has answered */
    record Row(
            UUID id,
            EventId event,
            OrganizationId organization,
            @Nullable Integer rating,
            String comment) {}

    /** @return the id of the one request about that */
    UUID ask(EventId event, OrganizationId organization, UUID about, Instant at) {
        jdbc.sql("""
                        insert into feedback.requests (id, event_id, organization_id, about, asked_at) values (?, ?, ?, ?, ?)
                        on conflict (event_id, about) do nothing
                        """)
                .params(Ids.next(), event.value(), organization.value(), about, Timestamp.from(at))
                .update();
        return jdbc.sql("select id from feedback.requests where event_id = ? and about = ?")
                .params(event.value(), about)
                .query(UUID.class)
                .single();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("select id, event_id, organization_id, rating, comment from feedback.requests where id = ?")
                .param(id)
                .query((row, n) -> new Row(
                        row.getObject(1, UUID.class),
                        new EventId(row.getObject(2, UUID.class)),
                        new OrganizationId(row.getObject(3, UUID.class)),
                        row.getObject(4, Integer.class),
                        row.getString(5)))
                .optional();
    }

    void answer(UUID id, int rating, String comment, Instant at) {
        jdbc.sql("update feedback.requests set rating = ?, comment = ?, answered_at = ? where id = ?")
                .params(rating, comment, Timestamp.from(at), id)
                .update();
    }

    FeedbackSummary summary(EventId event) {
        return jdbc.sql("select " + COUNTED + "from feedback.requests r where event_id = ?")
                .param(event.value())
                .query((row, n) -> summary(row))
                .single();
    }

    /** Those with words, newest first. */
    List<FeedbackAnswer> comments(EventId event, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                        select id, rating, comment, answered_at from feedback.requests
                        where event_id = :event and comment <> '' and (:before::uuid is null or id < :before::uuid)
                        order by id desc limit :limit
                        """)
                .param("event", event.value())
                .param("before", before)
                .param("limit", limit)
                .query((row, n) -> new FeedbackAnswer(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    /** The newest events at which people were asked, each with what they said. */
    SequencedMap<EventId, FeedbackSummary> trend(OrganizationId organization, int limit) {
        SequencedMap<EventId, FeedbackSummary> trend = new LinkedHashMap<>();
        jdbc.sql("select event_id, " + COUNTED + """
                        from feedback.requests r where organization_id = ?
                        group by event_id order by min(asked_at) desc limit ?
                        """)
                .params(organization.value(), limit)
                .query(row -> {
                    trend.put(new EventId(row.getObject(1, UUID.class)), summary(row));
                });
        return trend;
    }

    private static FeedbackSummary summary(ResultSet row) throws SQLException {
        Integer[] ratings = new Integer[5];
        for (int i = 0; i < 5; i++) ratings[i] = row.getInt("r" + (i + 1));
        return new FeedbackSummary(row.getInt("asked"), List.of(ratings));
    }
}
