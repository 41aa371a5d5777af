package io.marquee.feedback.api;

import io.marquee.feedback.Feedback;
import io.marquee.feedback.FeedbackAnswer;
import io.marquee.feedback.FeedbackSummary;
import io.marquee.feedback.FeedbackTrend;
import io.marquee.feedback.api.FeedbackQuestionsApi.FeedbackQuestion;
import io.marquee.kernel.Slice;
import io.marquee.organization.OrganizationReads;
import io.marquee.registration.QuestionId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Feedback")
class FeedbackApi {
    private final Feedback feedback;
    private final OrganizationReads organizations;

    FeedbackApi(Feedback feedback, OrganizationReads organizations) {
        this.feedback = feedback;
        this.organizations = organizations;
    }

    /** @param rating null while nobody has answered */
    record Answer(
            UUID event,
            String title,
            @Nullable Integer rating,
            String comment,
            List<FeedbackQuestion> questions,
            List<Said> answers) {
        static Answer of(Feedback.Asked asked) {
            return new Answer(
                    asked.event().id().value(),
                    asked.event().details().title(),
                    asked.rating(),
                    asked.comment(),
                    asked.questions().stream().map(FeedbackQuestion::of).toList(),
                    asked.answers().stream().map(Said::of).toList());
        }
    }

    /** @param said one text, but for several choices; "yes" or "no"; a number; a date as 2031-06-18 */
    record Said(
            @Schema(example = "01997a4e-2f1c-7cc0-a2f3-0c8c7cf3a001") @Nullable
            UUID question,

            @Schema(example = "[\"The band\"]") @Nullable List<String> said) {
        static Said of(io.marquee.registration.Answer answer) {
            return new Said(answer.question().value(), answer.said());
        }
    }

    record AnswerRequest(
            @Schema(description = "1, bad, to 5, very good", example = "4") @Nullable
            Integer rating,

            @Schema(description = "up to 2,000 characters", example = "Loud, and lovely.") @Nullable
            String comment,

            @Schema(description = "to the team's own questions") @Nullable
            List<Said> answers) {
        List<io.marquee.registration.Answer> given() {
            return Objects.requireNonNullElse(answers, List.<Said>of()).stream()
                    .filter(one -> one != null && one.question() != null && one.said() != null)
                    .map(one -> new io.marquee.registration.Answer(
                            QuestionId.of(one.question()),
                            0,
                            one.said().stream().filter(Objects::nonNull).toList()))
                    .toList();
        }
    }

    record Summary(int asked, int answered, double average, List<Integer> ratings) {
        static Summary of(FeedbackSummary summary) {
            return new Summary(summary.asked(), summary.answered(), summary.average(), summary.ratings());
        }
    }

    /** @param change of the average against the event before of which somebody said something; null where there is none */
    record OfEvent(
            UUID event,
            String slug,
            String title,
            Summary summary,
            @Nullable Double change) {
        static OfEvent of(FeedbackTrend trend) {
            return new OfEvent(
                    trend.event().value(), trend.slug(), trend.title(), Summary.of(trend.summary()), trend.change());
        }
    }

    record Trend(List<OfEvent> items) {}

    @GetMapping("/feedback/{token}")
    @Operation(summary = "Tell what a mailed link asks about, and what was answered")
    Answer asked(@PathVariable String token) {
        return Answer.of(feedback.asked(token));
    }

    @PutMapping("/feedback/{token}")
    @Operation(summary = "Answer, or answer otherwise")
    Answer answer(@PathVariable String token, @RequestBody AnswerRequest request) {
        feedback.answer(token, request.rating(), Objects.requireNonNullElse(request.comment(), ""), request.given());
        return Answer.of(feedback.asked(token));
    }

    @GetMapping("/events/{event}/feedback")
    @Operation(summary = "Count what was said of an event", description = "Ratings: how many gave 1, 2, 3, 4 and 5.")
    Summary summary(@PathVariable String event) {
        return Summary.of(feedback.summary(event));
    }

    @GetMapping("/events/{event}/feedback/comments")
    @Operation(summary = "List what was said in words, newest first")
    Slice<FeedbackAnswer> comments(
            @PathVariable String event,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        return feedback.comments(event, cursor, limit);
    }

    @GetMapping("/organizations/{idOrSlug}/feedback")
    @Operation(summary = "Compare what was said of an organization's last events, newest first")
    Trend trend(@PathVariable String idOrSlug) {
        return new Trend(feedback.trend(organizations.find(idOrSlug).id()).stream()
                .map(OfEvent::of)
                .toList());
    }
}
