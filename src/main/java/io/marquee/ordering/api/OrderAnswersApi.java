package io.marquee.ordering.api;

import io.marquee.ordering.OrderId;
import io.marquee.ordering.Registrations;
import io.marquee.ordering.api.OrderAnswers.Items;
import io.marquee.ordering.api.OrderBodies.GivenAnswer;
import io.marquee.ordering.api.OrderBodies.NewAnswers;
import io.marquee.registration.Answered;
import io.marquee.registration.QuestionId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an order answers to its event's questions. */
@RestController
@RequestMapping("/api/v1/orders/{id}/answers")
@Tag(name = "Orders")
class OrderAnswersApi {
    private static final String EXAMPLE = """
            {"answers": [{"question": "01997a4e-2f1c-7cc0-a2f3-0c8c7cf3a001", "ticket": 1, "value": "No meat"}]}""";

    private final Registrations registrations;

    OrderAnswersApi(Registrations registrations) {
        this.registrations = registrations;
    }

    /** @param ticket null where the order as a whole was asked */
    record GivenAnswerResource(
            QuestionId question,
            @Schema(example = "What do you eat?") String label,
            @Nullable Integer ticket,
            @Schema(example = "[\"No meat\"]") List<String> said) {
        static GivenAnswerResource of(Answered answered) {
            return new GivenAnswerResource(
                    answered.question().id(),
                    answered.question().details().label(),
                    answered.ticket() == 0 ? null : answered.ticket(),
                    answered.said());
        }
    }

    @Operation(
            summary = "List an order's answers",
            description = "For its buyer, and for those of the team who may see orders.")
    @GetMapping
    Items<GivenAnswerResource> list(@PathVariable OrderId id) {
        return new Items<>(
                registrations.of(id).stream().map(GivenAnswerResource::of).toList());
    }

    @Operation(
            summary = "Answer anew",
            description = "All answers at once. Its buyer may until registration locks, the team at any time.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject(EXAMPLE)))
    @PutMapping
    Items<GivenAnswerResource> change(@PathVariable OrderId id, @RequestBody NewAnswers body) {
        registrations.change(id, GivenAnswer.all(body.answers()));
        return list(id);
    }
}
