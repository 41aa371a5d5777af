package io.marquee.registration;

import io.marquee.event.EventEvent.EventCopied;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.platform.tenancy.Acting;
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
            questions.asked(copied.from()).forEach(question -> questions.add(copy, question.details()));
        });
    }
}
