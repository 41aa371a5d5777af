package io.marquee.registration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.AfterCommit;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What an event asks those who come. Commands are for those who may edit the event. */
@Component
public class Questions {
    private static final int MOST = 30;

    private final QuestionRows rows;
    private final Access access;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** Most events ask nothing, and a rush for tickets should not ask the database about it each time. */
    private final Cache<EventId, List<Question>> asked = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    Questions(QuestionRows rows, Access access, Acting acting, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.acting = acting;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** In order, at most a second stale. Whoever asks has seen the event already. */
    public List<Question> asked(EventId event) {
        return Objects.requireNonNull(asked.get(event, this::load));
    }

    /**
     * The answers to what an event asks, as they are kept, for modules above that keep them themselves.
     *
     * @param people how many come
     * @throws InvalidInput with all that is missing or wrong, each at {@link Question#field}
     */
    public List<Answer> checked(EventId event, int people, List<Answer> given) {
        return AnswerRules.checked(asked(event), people, given);
    }

    /** The same for questions that a module above keeps. @throws InvalidInput as {@link #checked(EventId, int, List)} */
    public static List<Answer> checked(List<Question> asked, List<Answer> given) {
        return AnswerRules.checked(asked, 0, given);
    }

    /** What was asked of an event, also what is asked no more; as the actor's rows allow. */
    @Transactional(readOnly = true)
    public List<Question> everAsked(EventId event) {
        return rows.ofEvent(event);
    }

    /** One that whoever acts may edit. */
    @Transactional(readOnly = true)
    public Question editable(QuestionId id) {
        Question question = rows.find(id).filter(q -> !q.archived()).orElseThrow(() -> new NotFound("question"));
        access.require(Permission.EDIT_EVENT, question.organization(), question.event());
        return question;
    }

    /** @throws InvalidInput */
    @Transactional
    public Question add(EventView event, QuestionDetails details) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
        List<Question> before = load(event.id());
        if (before.size() >= MOST) throw InvalidInput.at("label", "too_many_questions", MOST);
        Condition.check(before, null, details);
        Question question = new Question(QuestionId.next(), event.id(), event.organization(), details.checked(), false);
        rows.add(question, clock.instant());
        forget(event.id());
        return question;
    }

    /** Of another kind only what is answered from now on is. @throws InvalidInput also where others are for those who said what can't be said any more */
    @Transactional
    public Question edit(QuestionId id, QuestionDetails details) {
        Question before = editable(id);
        List<Question> all = load(before.event());
        Condition.check(all, id, details);
        Condition.checkDependents(all, id, details.checked());
        rows.change(id, details);
        forget(before.event());
        return new Question(id, before.event(), before.organization(), details, false);
    }

    /** Asks it no more; what was answered stays. */
    @Transactional
    public void archive(QuestionId id) {
        Question question = editable(id);
        rows.archive(id, clock.instant());
        forget(question.event());
    }

    /** One place up or down; past the end nothing moves. */
    @Transactional
    public void move(QuestionId id, boolean up) {
        EventId event = editable(id).event();
        List<QuestionId> order =
                new ArrayList<>(load(event).stream().map(Question::id).toList());
        int from = order.indexOf(id);
        int there = up ? from - 1 : from + 1;
        if (there >= 0 && there < order.size()) {
            Collections.swap(order, from, there);
            rows.reorder(order);
            forget(event);
        }
    }

    private void forget(EventId event) {
        AfterCommit.run(() -> asked.invalidate(event));
    }

    private List<Question> load(EventId event) {
        return acting.asPlatform(() -> transaction.execute(status -> rows.ofEvent(event))).stream()
                .filter(question -> !question.archived())
                .toList();
    }
}
