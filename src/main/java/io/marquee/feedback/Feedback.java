package io.marquee.feedback;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Cursors;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.InvalidInput.Problem;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.registration.Answer;
import io.marquee.registration.Question;
import io.marquee.registration.Questions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks those who came, takes their answers, and counts them for the team. */
@Component
public class Feedback {
    public static final int LONGEST_COMMENT = 2_000;
    private static final int MOST_EVENTS = 24;

    private final RequestTable requests;
    private final QuestionTable questions;
    private final AnswerTable answers;
    private final EventReads events;
    private final Capabilities capabilities;
    private final Access access;
    private final Acting acting;
    private final Clock clock;

    Feedback(
            RequestTable requests,
            QuestionTable questions,
            AnswerTable answers,
            EventReads events,
            Capabilities capabilities,
            Access access,
            Acting acting,
            Clock clock) {
        this.requests = requests;
        this.questions = questions;
        this.answers = answers;
        this.events = events;
        this.capabilities = capabilities;
        this.access = access;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * Makes the request of somebody who came, once for each.
     *
     * @param about the order or ticket that brought them, or the guest who came without
     * @return the path of the page on which they answer
     */
    @Transactional
    public String ask(EventId event, OrganizationId organization, UUID about) {
        UUID id = acting.asSystem(organization, () -> requests.ask(event, organization, about, clock.instant()));
        return "/feedback/" + capabilities.tokenFor(id);
    }

    /**
     * What somebody is asked about.
     *
     * @param rating null while they have not answered
     * @param questions the team's own
     */
    public record Asked(
            EventView event,
            @Nullable Integer rating,
            String comment,
            List<Question> questions,
            List<Answer> answers) {}

    /** @throws NotFound for a token that is not ours */
    @Transactional(readOnly = true)
    public Asked asked(String token) {
        RequestTable.Row row = row(token);
        return acting.asSystem(
                row.organization(),
                () -> new Asked(
                        events.byId(row.event()), row.rating(), row.comment(), open(row), answers.of(row.id())));
    }

    private List<Question> open(RequestTable.Row row) {
        return questions.ofEvent(row.event()).stream()
                .filter(question -> !question.archived())
                .toList();
    }

    /**
     * Takes an answer, or another one in its place.
     *
     * @throws InvalidInput at {@code rating}, {@code comment} or {@link Question#field}
     * @throws NotFound for a token that is not ours
     */
    @Transactional
    public void answer(String token, @Nullable Integer rating, String comment, List<Answer> given) {
        RequestTable.Row row = row(token);
        String said = comment.strip();
        acting.asSystem(row.organization(), () -> {
            List<Problem> wrong = new ArrayList<>(wrong(rating, said));
            List<Answer> checked = List.of();
            try {
                checked = Questions.checked(open(row), given);
            } catch (InvalidInput invalid) {
                wrong.addAll(invalid.problems());
            }
            if (rating == null || !wrong.isEmpty()) throw new InvalidInput(wrong);
            requests.answer(row.id(), rating, said, clock.instant());
            answers.replace(row, checked, clock.instant());
        });
    }

    private static List<Problem> wrong(@Nullable Integer rating, String said) {
        try {
            InvalidInput.gather()
                    .check(rating != null, "rating", "required")
                    .check(rating == null || rating >= 1 && rating <= 5, "rating", "value")
                    .check(said.length() <= LONGEST_COMMENT, "comment", "too_long", LONGEST_COMMENT)
                    .check(said.indexOf('\0') < 0, "comment", "format")
                    .orThrow();
            return List.of();
        } catch (InvalidInput invalid) {
            return invalid.problems();
        }
    }

    private RequestTable.Row row(String token) {
        UUID id = capabilities.open(token).hold();
        return acting.asPlatform(() -> requests.find(id)).orElseThrow(() -> new NotFound("feedback"));
    }

    @Transactional(readOnly = true)
    public FeedbackSummary summary(String eventIdOrSlug) {
        EventView event = events.where(Permission.SEE_EVENT, eventIdOrSlug);
        return acting.asSystem(event.organization(), () -> requests.summary(event.id()));
    }

    /**
     * What was said in words, newest first.
     *
     * @throws InvalidInput on a cursor that is none of ours
     */
    @Transactional(readOnly = true)
    public Slice<FeedbackAnswer> comments(String eventIdOrSlug, @Nullable String cursor, int limit) {
        EventView event = events.where(Permission.SEE_EVENT, eventIdOrSlug);
        UUID before = Cursors.id(cursor);
        return acting.asSystem(
                event.organization(),
                () -> Slice.of(
                        requests.comments(event.id(), before, limit + 1),
                        limit,
                        answer -> answer.id().toString()));
    }

    /** The last two dozen events at which people were asked, newest first. */
    @Transactional(readOnly = true)
    public List<FeedbackTrend> trend(OrganizationId organization) {
        access.require(Permission.SEE_ORGANIZATION, organization);
        return acting.asSystem(organization, () -> {
            SequencedMap<EventId, FeedbackSummary> said = requests.trend(organization, MOST_EVENTS);
            Map<EventId, EventView> known = events.byIds(said.keySet());
            List<FeedbackTrend> trend = new ArrayList<>();
            FeedbackSummary before = null;
            for (EventId id : said.sequencedKeySet().reversed()) {
                EventView event = known.get(id);
                FeedbackSummary summary = said.get(id);
                if (event == null || summary == null) continue;
                trend.addFirst(FeedbackTrend.of(event, summary, before));
                if (summary.answered() > 0) before = summary;
            }
            return trend;
        });
    }

    /** As its organization's trend tells it of this event; null also for those who do not see the organization's other events. */
    @Transactional(readOnly = true)
    public @Nullable Double change(EventView event) {
        if (!access.may(Permission.SEE_ORGANIZATION, event.organization())) return null;
        for (FeedbackTrend one : trend(event.organization())) {
            if (one.event().equals(event.id())) return one.change();
        }
        return null;
    }
}
