package io.marquee.feedback;

import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.platform.tenancy.Acting;
import io.marquee.registration.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All that was said of an event, line by line. Not who. */
@Component
public class FeedbackExport {
    private static final int AT_ONCE = 500;

    private final QuestionTable questions;
    private final AnswerTable answers;
    private final Access access;
    private final Acting acting;

    FeedbackExport(QuestionTable questions, AnswerTable answers, Access access, Acting acting) {
        this.questions = questions;
        this.answers = answers;
        this.access = access;
        this.acting = acting;
    }

    /** The names of the columns first: when, the rating, the comment, and each question that was ever asked. */
    @Transactional(readOnly = true)
    public void lines(EventView event, Consumer<List<String>> line) {
        access.require(Permission.SEE_EVENT, event.organization(), event.id());
        acting.asSystem(event.organization(), () -> {
            List<Question> asked = questions.ofEvent(event.id());
            List<String> header = new ArrayList<>(List.of("at", "rating", "comment"));
            asked.forEach(question -> header.add(question.details().label()));
            line.accept(header);
            @Nullable UUID after = null;
            do {
                List<AnswerTable.Sheet> some = answers.sheets(event.id(), after, AT_ONCE);
                some.forEach(sheet -> line.accept(cells(sheet, asked)));
                after = some.size() < AT_ONCE ? null : some.getLast().request();
            } while (after != null);
        });
    }

    private static List<String> cells(AnswerTable.Sheet sheet, List<Question> asked) {
        List<String> cells =
                new ArrayList<>(List.of(sheet.at().toString(), String.valueOf(sheet.rating()), sheet.comment()));
        asked.forEach(
                question -> cells.add(sheet.said().getOrDefault(question.id().value(), "")));
        return cells;
    }
}
