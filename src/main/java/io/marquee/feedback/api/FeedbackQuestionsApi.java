package io.marquee.feedback.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.feedback.FeedbackQuestions;
import io.marquee.feedback.QuestionResult;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.registration.Question;
import io.marquee.registration.QuestionDetails;
import io.marquee.registration.QuestionId;
import io.marquee.registration.QuestionKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an event asks afterwards beside the rating. */
@RestController
@RequestMapping("/api/v1/events/{event}/feedback")
@Tag(name = "Feedback")
class FeedbackQuestionsApi {
    private final EventReads events;
    private final FeedbackQuestions questions;

    FeedbackQuestionsApi(EventReads events, FeedbackQuestions questions) {
        this.events = events;
        this.questions = questions;
    }

    record FeedbackQuestionRequest(
            @Schema(example = "What should we do again?") @Nullable
            String label,

            @Schema(example = "As many as you like") @Nullable
            String hint,

            @Schema(example = "several_choices") @Nullable QuestionKind kind,

            @Schema(example = "false") @Nullable Boolean required,

            @Schema(description = "for choices", example = "[\"The band\", \"The boat\"]") @Nullable
            List<String> options) {
        QuestionDetails details() {
            if (kind == null) throw InvalidInput.at("kind", "required");
            return new QuestionDetails(
                    Objects.requireNonNullElse(label, ""),
                    Objects.requireNonNullElse(hint, ""),
                    kind,
                    Boolean.TRUE.equals(required),
                    false,
                    false,
                    options == null
                            ? List.of()
                            : options.stream().filter(Objects::nonNull).toList());
        }
    }

    record FeedbackQuestion(
            UUID id, String label, String hint, QuestionKind kind, boolean required, List<String> options) {
        static FeedbackQuestion of(Question question) {
            QuestionDetails details = question.details();
            return new FeedbackQuestion(
                    question.id().value(),
                    details.label(),
                    details.hint(),
                    details.kind(),
                    details.required(),
                    details.options());
        }
    }

    record FeedbackQuestionList(List<FeedbackQuestion> items) {}

    /** @param spread of numbers; null for other kinds, and where nobody answered */
    record FeedbackResult(
            FeedbackQuestion question,
            int answered,
            List<QuestionResult.Count> counts,
            QuestionResult.@Nullable Spread spread,
            List<String> words) {
        static FeedbackResult of(QuestionResult result) {
            return new FeedbackResult(
                    FeedbackQuestion.of(result.question()),
                    result.answered(),
                    result.counts(),
                    result.spread(),
                    result.words());
        }
    }

    record FeedbackResults(List<FeedbackResult> items) {}

    @GetMapping("/questions")
    @Operation(summary = "List what an event asks afterwards")
    FeedbackQuestionList list(@PathVariable String event) {
        return new FeedbackQuestionList(questions.asked(events.where(Permission.SEE_EVENT, event)).stream()
                .map(FeedbackQuestion::of)
                .toList());
    }

    @PostMapping("/questions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask one more thing afterwards")
    FeedbackQuestion add(@PathVariable String event, @RequestBody FeedbackQuestionRequest body) {
        return FeedbackQuestion.of(questions.add(editable(event), body.details()));
    }

    @PutMapping("/questions/{id}")
    @Operation(summary = "Ask it otherwise", description = "What was answered before stays as it was said.")
    FeedbackQuestion edit(
            @PathVariable String event, @PathVariable QuestionId id, @RequestBody FeedbackQuestionRequest body) {
        return FeedbackQuestion.of(questions.edit(editable(event), id, body.details()));
    }

    @DeleteMapping("/questions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ask it no more", description = "What was answered stays.")
    void archive(@PathVariable String event, @PathVariable QuestionId id) {
        questions.archive(editable(event), id);
    }

    @GetMapping("/results")
    @Operation(
            summary = "Tell what was answered to each question",
            description = "Choices counted, numbers with their spread, the last 50 answers in words.")
    FeedbackResults results(@PathVariable String event) {
        return new FeedbackResults(
                questions.results(event).stream().map(FeedbackResult::of).toList());
    }

    private EventView editable(String event) {
        return events.where(Permission.EDIT_EVENT, event);
    }
}
