package io.marquee.registration;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of questions. */
@Repository
class QuestionRows {
    private static final String SELECT = """
            select id, event_id, organization_id, label, hint, kind, required, per, options, archived_at is not null, at_door, only_if, only_when
              from registration.questions
            """;

    private final JdbcClient jdbc;

    QuestionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In order, archived ones too. */
    List<Question> ofEvent(EventId event) {
        return jdbc.sql(SELECT + "where event_id = ? order by position, id")
                .param(event.value())
                .query(QuestionRows::question)
                .list();
    }

    Optional<Question> find(QuestionId id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id.value())
                .query(QuestionRows::question)
                .optional();
    }

    List<Question> all(Collection<QuestionId> ids) {
        return jdbc.sql(SELECT + "where id = any (?)")
                .param(ids.stream().map(QuestionId::value).toArray(UUID[]::new))
                .query(QuestionRows::question)
                .list();
    }

    /** As the last of its event. */
    void add(Question question, Instant now) {
        QuestionDetails details = question.details();
        expectOne(jdbc.sql("""
                        insert into registration.questions
                          (id, event_id, organization_id, position, label, hint, kind, required, per, options, at_door, only_if, only_when, created_at)
                        select :id, :event, :organization, coalesce(max(position), 0) + 1, :label, :hint, :kind, :required,
                               :per, :options, :atDoor, :onlyIf, :onlyWhen, :now
                          from registration.questions where event_id = :event
                        """)
                .param("id", question.id().value())
                .param("event", question.event().value())
                .param("organization", question.organization().value())
                .params(parameters(details))
                .param("now", Timestamp.from(now))
                .update());
    }

    void change(QuestionId id, QuestionDetails details) {
        expectOne(jdbc.sql("""
                        update registration.questions
                           set label = :label, hint = :hint, kind = :kind, required = :required, per = :per, options = :options,
                               at_door = :atDoor, only_if = :onlyIf, only_when = :onlyWhen
                         where id = :id
                        """)
                .params(parameters(details))
                .param("id", id.value())
                .update());
    }

    void archive(QuestionId id, Instant now) {
        expectOne(jdbc.sql("update registration.questions set archived_at = ? where id = ?")
                .params(Timestamp.from(now), id.value())
                .update());
    }

    /** @param order all of one event that are not archived */
    void reorder(List<QuestionId> order) {
        int moved = jdbc.sql("""
                        update registration.questions q set position = n.position
                          from unnest(?) with ordinality n (id, position) where q.id = n.id
                        """)
                .param(order.stream().map(QuestionId::value).toArray(UUID[]::new))
                .update();
        if (moved != order.size()) throw new IllegalStateException("a question is gone");
    }

    private static Question question(ResultSet row, int n) throws SQLException {
        return new Question(
                new QuestionId(row.getObject(1, UUID.class)),
                new EventId(row.getObject(2, UUID.class)),
                new OrganizationId(row.getObject(3, UUID.class)),
                new QuestionDetails(
                        row.getString(4),
                        row.getString(5),
                        Wire.parse(QuestionKind.class, row.getString(6)),
                        row.getBoolean(7),
                        row.getString(8).equals("attendee"),
                        row.getBoolean(11),
                        List.of((String[]) row.getArray(9).getArray()),
                        condition(row)),
                row.getBoolean(10));
    }

    private static @Nullable Condition condition(ResultSet row) throws SQLException {
        UUID other = row.getObject(12, UUID.class);
        return other == null
                ? null
                : new Condition(new QuestionId(other), List.of((String[])
                        row.getArray(13).getArray()));
    }

    private static Map<String, @Nullable Object> parameters(QuestionDetails details) {
        Condition condition = details.condition();
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("label", details.label());
        parameters.put("hint", details.hint());
        parameters.put("kind", Wire.name(details.kind()));
        parameters.put("required", details.required());
        parameters.put("per", details.perAttendee() ? "attendee" : "order");
        parameters.put("options", details.options().toArray(String[]::new));
        parameters.put("atDoor", details.atDoor());
        parameters.put("onlyIf", condition == null ? null : condition.question().value());
        parameters.put(
                "onlyWhen", condition == null ? new String[0] : condition.any().toArray(String[]::new));
        return parameters;
    }

    private static void expectOne(int rows) {
        if (rows != 1) throw new IllegalStateException("expected one row, found " + rows);
    }
}
