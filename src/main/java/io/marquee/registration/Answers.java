package io.marquee.registration;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.Tickets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What those who come have answered. The modules above decide who may answer and who may read. */
@Component
public class Answers {
    private final Questions questions;
    private final QuestionRows rows;
    private final Tickets tickets;
    private final JdbcClient jdbc;
    private final Acting acting;
    private final Clock clock;

    Answers(Questions questions, QuestionRows rows, Tickets tickets, JdbcClient jdbc, Acting acting, Clock clock) {
        this.questions = questions;
        this.rows = rows;
        this.tickets = tickets;
        this.jdbc = jdbc;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * Whose answers.
     *
     * @param tickets how many people come with it
     */
    public record Party(HoldId hold, EventId event, OrganizationId organization, int tickets) {}

    /**
     * Keeps these answers in the place of all that were given before.
     *
     * @throws io.marquee.kernel.InvalidInput with all that is missing or wrong, each at {@link Question#field}
     */
    @Transactional
    public void give(Party party, List<Answer> given) {
        List<Question> asked = questions.asked(party.event());
        List<Answer> kept = AnswerRules.checked(asked, party.tickets(), given);
        acting.asSystem(party.organization(), () -> {
            forget(party, asked);
            kept.forEach(answer -> keep(party, answer));
            if (asked.stream().anyMatch(question -> question.details().atDoor())) tickets.announce(party.hold());
        });
    }

    /** In the order of the tickets and questions; what whoever acts may see. */
    @Transactional(readOnly = true)
    public List<Answered> of(HoldId hold) {
        return ofAll(List.of(hold)).getOrDefault(hold, List.of());
    }

    @Transactional(readOnly = true)
    public Map<HoldId, List<Answered>> ofAll(Collection<HoldId> holds) {
        record Row(UUID hold, UUID question, int ticket, List<String> said) {}
        List<Row> found = jdbc.sql("""
                        select a.hold_id, a.question_id, a.ticket, a.said from registration.answers a
                        join registration.questions q on q.id = a.question_id
                        where a.hold_id = any (?) order by a.ticket, q.position, q.id
                        """)
                .param(holds.stream().map(HoldId::value).toArray(UUID[]::new))
                .query((row, n) -> new Row(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3), List.of((String[])
                                row.getArray(4).getArray())))
                .list();
        Map<QuestionId, Question> known =
                rows
                        .all(found.stream()
                                .map(row -> new QuestionId(row.question()))
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Question::id, Function.identity()));
        return found.stream()
                .filter(row -> known.containsKey(new QuestionId(row.question())))
                .collect(Collectors.groupingBy(
                        row -> new HoldId(row.hold()),
                        Collectors.mapping(
                                row -> new Answered(
                                        Objects.requireNonNull(known.get(new QuestionId(row.question()))),
                                        row.ticket(),
                                        row.said()),
                                Collectors.toList())));
    }

    /** What is asked no more stays as it was answered. */
    private void forget(Party party, List<Question> asked) {
        jdbc.sql("delete from registration.answers where hold_id = ? and question_id = any (?)")
                .params(
                        party.hold().value(),
                        asked.stream().map(question -> question.id().value()).toArray(UUID[]::new))
                .update();
    }

    private void keep(Party party, Answer answer) {
        int kept = jdbc.sql("""
                        insert into registration.answers (hold_id, ticket, question_id, event_id, organization_id, said, at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        party.hold().value(),
                        answer.ticket(),
                        answer.question().value(),
                        party.event().value(),
                        party.organization().value(),
                        answer.said().toArray(String[]::new),
                        Timestamp.from(clock.instant()))
                .update();
        if (kept != 1) throw new IllegalStateException("an answer was not kept");
    }
}
