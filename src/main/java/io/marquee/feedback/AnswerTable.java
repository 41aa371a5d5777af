package io.marquee.feedback;

import io.marquee.kernel.EventId;
import io.marquee.registration.Answer;
import io.marquee.registration.QuestionId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what people answered to the team's own questions. */
@Repository
class AnswerTable {
    private final JdbcClient jdbc;

    AnswerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the place of what was said before; what was said to questions that are asked no more stays. */
    void replace(RequestTable.Row request, List<Answer> answers, Instant now) {
        jdbc.sql("""
                        delete from feedback.answers a using feedback.questions q
                         where a.request_id = ? and q.id = a.question_id and q.archived_at is null
                        """).param(request.id()).update();
        for (Answer answer : answers) {
            jdbc.sql("""
                            insert into feedback.answers (request_id, question_id, event_id, organization_id, said, at)
                            values (:request, :question, :event, :organization, :said, :at)
                            """)
                    .param("request", request.id())
                    .param("question", answer.question().value())
                    .param("event", request.event().value())
                    .param("organization", request.organization().value())
                    .param("said", answer.said().toArray(String[]::new))
                    .param("at", Timestamp.from(now))
                    .update();
        }
    }

    List<Answer> of(UUID request) {
        return jdbc.sql("select question_id, said from feedback.answers where request_id = ?")
                .param(request)
                .query((row, n) -> new Answer(QuestionId.of(row.getObject(1, UUID.class)), 0, List.of((String[])
                        row.getArray(2).getArray())))
                .list();
    }

    int answered(QuestionId question) {
        return jdbc.sql("select count(*) from feedback.answers where question_id = ?")
                .param(question.value())
                .query(Integer.class)
                .single();
    }

    /** How often each was chosen. */
    Map<String, Integer> chosen(QuestionId question) {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql("select one, count(*) from feedback.answers, unnest(said) one where question_id = ? group by one")
                .param(question.value())
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        return counts;
    }

    /** Least, mean and most; null where nobody answered. */
    QuestionResult.@Nullable Spread spread(QuestionId question) {
        return jdbc.sql("""
                        select min(said[1]::numeric), avg(said[1]::numeric), max(said[1]::numeric), count(*)
                          from feedback.answers where question_id = ? and said[1] ~ '^-?[0-9]+([.][0-9]+)?$'
                        """)
                .param(question.value())
                .query((row, n) -> row.getInt(4) == 0
                        ? null
                        : new QuestionResult.Spread(row.getDouble(1), row.getDouble(2), row.getDouble(3)))
                .list()
                .getFirst();
    }

    /** The last ones, newest first. */
    List<String> words(QuestionId question, int limit) {
        return jdbc.sql("select said[1] from feedback.answers where question_id = ? order by at desc limit ?")
                .params(question.value(), limit)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /**
     * Everything that one person said.
     *
     * @param said by question
     */
    record Sheet(UUID request, int rating, String comment, Instant at, Map<UUID, String> said) {}

    /** In the order of requests, a batch after another. @param after null for the first ones */
    List<Sheet> sheets(EventId event, @Nullable UUID after, int limit) {
        List<Sheet> sheets = jdbc.sql("""
                        select id, rating, comment, answered_at from feedback.requests
                         where event_id = :event and rating is not null and (:after::uuid is null or id > :after::uuid)
                         order by id limit :limit
                        """)
                .param("event", event.value())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new Sheet(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        new HashMap<>()))
                .list();
        Map<UUID, Sheet> byRequest = new HashMap<>();
        sheets.forEach(sheet -> byRequest.put(sheet.request(), sheet));
        jdbc.sql(
                        "select request_id, question_id, array_to_string(said, '; ') from feedback.answers where request_id = any (?)")
                .param(byRequest.keySet().toArray(UUID[]::new))
                .query(row -> {
                    Sheet sheet = byRequest.get(row.getObject(1, UUID.class));
                    if (sheet != null) sheet.said().put(row.getObject(2, UUID.class), row.getString(3));
                });
        return sheets;
    }
}
