package io.marquee.feedback;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.registration.Question;
import io.marquee.registration.QuestionDetails;
import io.marquee.registration.QuestionId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an event's team asks beside the rating, and what was answered. */
@Component
public class FeedbackQuestions {
    private static final int MOST = 20;
    private static final int WORDS = 50;

    private final QuestionTable questions;
    private final AnswerTable answers;
    private final EventReads events;
    private final Access access;
    private final Acting acting;
    private final Clock clock;

    FeedbackQuestions(
            QuestionTable questions,
            AnswerTable answers,
            EventReads events,
            Access access,
            Acting acting,
            Clock clock) {
        this.questions = questions;
        this.answers = answers;
        this.events = events;
        this.access = access;
        this.acting = acting;
        this.clock = clock;
    }

    /** In order. */
    @Transactional(readOnly = true)
    public List<Question> asked(EventView event) {
        access.require(Permission.SEE_EVENT, event.organization(), event.id());
        return acting.asSystem(event.organization(), () -> questions.ofEvent(event.id())).stream()
                .filter(question -> !question.archived())
                .toList();
    }

    /** @throws NotFound where the event asks no such thing */
    @Transactional(readOnly = true)
    public Question find(EventView event, QuestionId id) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        Question found = acting.asSystem(event.organization(), () -> questions.find(event.id(), id));
        if (found == null) throw new NotFound("question");
        return found;
    }

    /** @throws InvalidInput */
    @Transactional
    public Question add(EventView event, QuestionDetails details) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        details.checked();
        if (asked(event).size() >= MOST) throw InvalidInput.at("label", "too_many_questions", MOST);
        QuestionId id = QuestionId.of(Ids.next());
        acting.asSystem(event.organization(), () -> questions.add(event, id, details, clock.instant()));
        return new Question(id, event.id(), event.organization(), details, false);
    }

    /** Of another kind only what is answered from now on is. @throws InvalidInput */
    @Transactional
    public Question edit(EventView event, QuestionId id, QuestionDetails details) {
        Question before = find(event, id);
        details.checked();
        acting.asSystem(event.organization(), () -> questions.change(id, details));
        return new Question(before.id(), before.event(), before.organization(), details, false);
    }

    /** Asks it no more; what was answered stays. */
    @Transactional
    public void archive(EventView event, QuestionId id) {
        Question question = find(event, id);
        acting.asSystem(event.organization(), () -> questions.archive(question.id(), clock.instant()));
    }

    /** Of all that was ever asked, but for what nobody answered before it was archived. */
    @Transactional(readOnly = true)
    public List<QuestionResult> results(String eventIdOrSlug) {
        EventView event = events.where(Permission.SEE_EVENT, eventIdOrSlug);
        return acting.asSystem(
                event.organization(),
                () -> questions.ofEvent(event.id()).stream()
                        .map(this::result)
                        .filter(result ->
                                result.answered() > 0 || !result.question().archived())
                        .toList());
    }

    private QuestionResult result(Question question) {
        int answered = answers.answered(question.id());
        return switch (question.details().kind()) {
            case SHORT_TEXT, LONG_TEXT, DATE, EMAIL, PHONE ->
                new QuestionResult(question, answered, List.of(), null, answers.words(question.id(), WORDS));
            case NUMBER -> new QuestionResult(question, answered, List.of(), answers.spread(question.id()), List.of());
            case SINGLE_CHOICE, SEVERAL_CHOICES ->
                counted(question, answered, question.details().options());
            case YES_NO -> counted(question, answered, List.of("yes", "no"));
        };
    }

    /** With options that are no longer there, where somebody chose them while they were. */
    private QuestionResult counted(Question question, int answered, List<String> options) {
        Map<String, Integer> chosen = answers.chosen(question.id());
        List<QuestionResult.Count> counts = Stream.concat(
                        options.stream(), chosen.keySet().stream().sorted())
                .distinct()
                .map(option -> new QuestionResult.Count(option, chosen.getOrDefault(option, 0)))
                .toList();
        return new QuestionResult(question, answered, counts, null, List.of());
    }
}
