package io.marquee.registration.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import io.marquee.registration.Condition;
import io.marquee.registration.Question;
import io.marquee.registration.QuestionDetails;
import io.marquee.registration.QuestionId;
import io.marquee.registration.QuestionKind;
import io.marquee.registration.Questions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Questions", description = "What an event asks those who come, at the checkout")
class QuestionsApi {
    private final Questions questions;
    private final EventReads events;

    QuestionsApi(Questions questions, EventReads events) {
        this.questions = questions;
        this.events = events;
    }

    /** Whether the buyer is asked once, or everybody who comes. */
    enum Per {
        ORDER,
        ATTENDEE
    }

    /** @param any answers to the other question, of which one was given */
    record ConditionBody(
            @Nullable QuestionId question,
            @Schema(example = "[\"yes\"]") @Nullable List<@Nullable String> any) {
        Condition condition() {
            if (question == null || any == null) throw InvalidInput.at("condition", "condition");
            return new Condition(
                    question,
                    any.stream()
                            .filter(Objects::nonNull)
                            .map(one -> (String) one)
                            .toList());
        }
    }

    /** @param options to choose from; two or more for the kinds that choose, else none */
    record QuestionBody(
            @Schema(example = "What do you eat?") @Nullable String label,
            @Nullable String hint,
            @Schema(example = "single_choice") @Nullable QuestionKind kind,
            @Nullable Boolean required,
            @Schema(example = "attendee") @Nullable Per per,

            @Schema(description = "Gates show what was answered: to everybody who scans") @Nullable
            Boolean atDoor,

            @Schema(example = "[\"Everything\", \"No meat\"]") @Nullable
            List<@Nullable String> options,

            @Schema(
                    description =
                            "For whom it is: those who gave one of these answers to another question. Left out for everybody")
            @Nullable
            ConditionBody condition) {

        QuestionDetails details() {
            if (kind == null) throw InvalidInput.at("kind", "required");
            return new QuestionDetails(
                    label == null ? "" : label,
                    hint == null ? "" : hint,
                    kind,
                    Boolean.TRUE.equals(required),
                    per == Per.ATTENDEE,
                    Boolean.TRUE.equals(atDoor),
                    options == null
                            ? List.of()
                            : options.stream().filter(Objects::nonNull).toList(),
                    condition == null ? null : condition.condition());
        }
    }

    record QuestionResource(
            QuestionId id,
            String label,
            String hint,
            QuestionKind kind,
            boolean required,
            Per per,
            boolean atDoor,
            List<String> options,
            @Nullable Condition condition) {
        static QuestionResource of(Question question) {
            QuestionDetails details = question.details();
            return new QuestionResource(
                    question.id(),
                    details.label(),
                    details.hint(),
                    details.kind(),
                    details.required(),
                    details.perAttendee() ? Per.ATTENDEE : Per.ORDER,
                    details.atDoor(),
                    details.options(),
                    details.condition());
        }
    }

    @Operation(summary = "List what an event asks", description = "In order; for whoever may see the event.")
    @GetMapping("/events/{idOrSlug}/questions")
    Slice<QuestionResource> list(@PathVariable String idOrSlug) {
        EventView event = events.visible(idOrSlug);
        return new Slice<>(
                questions.asked(event.id()).stream().map(QuestionResource::of).toList(), null);
    }

    @Operation(summary = "Add a question to an event", description = "As the last.")
    @PostMapping("/events/{idOrSlug}/questions")
    ResponseEntity<QuestionResource> add(@PathVariable String idOrSlug, @RequestBody QuestionBody body) {
        EventView event = events.where(Permission.EDIT_EVENT, idOrSlug);
        Question question = questions.add(event, body.details());
        return ResponseEntity.created(URI.create("/api/v1/questions/" + question.id()))
                .body(QuestionResource.of(question));
    }

    @Operation(summary = "Change a question", description = "What was answered before stays as it was said.")
    @PutMapping("/questions/{id}")
    QuestionResource edit(@PathVariable QuestionId id, @RequestBody QuestionBody body) {
        questions.editable(id);
        return QuestionResource.of(questions.edit(id, body.details()));
    }

    @Operation(summary = "Ask a question no more", description = "What was answered stays.")
    @DeleteMapping("/questions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void archive(@PathVariable QuestionId id) {
        questions.archive(id);
    }
}
