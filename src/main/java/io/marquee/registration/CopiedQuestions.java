package io.marquee.registration;

import io.marquee.event.EventEvent.EventCopied;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.platform.tenancy.Acting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A copy of an event asks the same. */
@Component
class CopiedQuestions {
    private final Questions questions;
    private final EventReads events;
    private final Acting acting;

    CopiedQuestions(Questions questions, EventReads events, Acting acting) {
        this.questions = questions;
        this.events = events;
        this.acting = acting;
    }

    @EventListener
    void on(EventCopied copied) {
        acting.asSystem(copied.organization(), () -> {
            EventView copy = events.byId(copied.event());
            Map<QuestionId, QuestionId> copies = new HashMap<>();
            List<Question> all = questions.asked(copied.from());
            all.forEach(question -> copies.put(
                    question.id(),
                    questions.add(copy, question.details().onlyIf(null)).id()));
            all.forEach(question -> {
                Condition condition = question.details().condition();
                QuestionId other = condition == null ? null : copies.get(condition.question());
                if (condition != null && other != null)
                    questions.edit(
                            Objects.requireNonNull(copies.get(question.id())),
                            question.details().onlyIf(new Condition(other, condition.any())));
            });
        });
    }
}
