package io.marquee.feedback;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.registration.Question;
import io.marquee.registration.QuestionDetails;
import io.marquee.registration.QuestionId;
import io.marquee.registration.QuestionKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what is asked beside the rating. */
@Repository
class QuestionTable {
    private static final String SELECT = """
            select id, event_id, organization_id, label, hint, kind, required, options, archived_at is not null
              from feedback.questions
            """;

    private final JdbcClient jdbc;

    QuestionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In order, archived ones too. */
    List<Question> ofEvent(EventId event) {
        return jdbc.sql(SELECT + "where event_id = ? order by position, id")
                .param(event.value())
                .query(QuestionTable::map)
                .list();
    }

    /** One that is asked; null where the event has no such. */
    @Nullable
    Question find(EventId event, QuestionId id) {
        return jdbc.sql(SELECT + "where event_id = ? and id = ? and archived_at is null")
                .params(event.value(), id.value())
                .query(QuestionTable::map)
                .optional()
                .orElse(null);
    }

    /** As the last of its event. */
    void add(EventView event, QuestionId id, QuestionDetails details, Instant now) {
        one(jdbc.sql("""
                        insert into feedback.questions
                          (id, event_id, organization_id, position, label, hint, kind, required, options, created_at)
                        select :id, :event, :organization, coalesce(max(position), 0) + 1, :label, :hint, :kind, :required, :options, :now
                          from feedback.questions where event_id = :event
                        """)
                .param("id", id.value())
                .param("event", event.id().value())
                .param("organization", event.organization().value())
                .param("label", details.label())
                .param("hint", details.hint())
                .param("kind", Wire.name(details.kind()))
                .param("required", details.required())
                .param("options", details.options().toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .update());
    }

    void change(QuestionId id, QuestionDetails details) {
        one(jdbc.sql("""
                        update feedback.questions set label = ?, hint = ?, kind = ?, required = ?, options = ? where id = ?
                        """)
                .params(
                        details.label(),
                        details.hint(),
                        Wire.name(details.kind()),
                        details.required(),
                        details.options().toArray(String[]::new),
                        id.value())
                .update());
    }

    void archive(QuestionId id, Instant now) {
        one(jdbc.sql("update feedback.questions set archived_at = ? where id = ?")
                .params(Timestamp.from(now), id.value())
                .update());
    }

    private static void one(int rows) {
        if (rows != 1) throw new IllegalStateException("expected one row, found " + rows);
    }

    private static Question map(ResultSet row, int n) throws SQLException {
        return new Question(
                QuestionId.of(row.getObject(1, UUID.class)),
                new EventId(row.getObject(2, UUID.class)),
                new OrganizationId(row.getObject(3, UUID.class)),
                new QuestionDetails(
                        row.getString(4),
                        row.getString(5),
                        Wire.parse(QuestionKind.class, row.getString(6)),
                        row.getBoolean(7),
                        false,
                        false,
                        List.of((String[]) row.getArray(8).getArray())),
                row.getBoolean(9));
    }
}
