package io.marquee.registration.web;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import io.marquee.registration.Condition;
import io.marquee.registration.QuestionDetails;
import io.marquee.registration.QuestionId;
import io.marquee.registration.QuestionKind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What a person typed about a question. @param options a line each */
public record QuestionForm(
        String label,
        String hint,
        String kind,
        boolean required,
        String per,
        boolean atDoor,
        String options,
        List<String> onlyIf) {
    static final QuestionForm EMPTY = new QuestionForm("", "", "short_text", false, "order", false, "", List.of());

    static QuestionForm of(MultiValueMap<String, String> sent) {
        Map<String, String> fields = sent.toSingleValueMap();
        return new QuestionForm(
                fields.getOrDefault("label", ""),
                fields.getOrDefault("hint", ""),
                fields.getOrDefault("kind", ""),
                fields.containsKey("required"),
                fields.getOrDefault("per", ""),
                fields.containsKey("atDoor"),
                fields.getOrDefault("options", ""),
                sent.getOrDefault("condition", List.of()));
    }

    static QuestionForm of(QuestionDetails details) {
        return new QuestionForm(
                details.label(),
                details.hint(),
                Wire.name(details.kind()),
                details.required(),
                details.perAttendee() ? "attendee" : "order",
                details.atDoor(),
                String.join("\n", details.options()),
                chosen(details.condition()));
    }

    QuestionDetails details() {
        try {
            return new QuestionDetails(
                    label,
                    hint,
                    Wire.parse(QuestionKind.class, kind),
                    required,
                    per.equals("attendee"),
                    atDoor,
                    options.lines().toList(),
                    condition());
        } catch (IllegalArgumentException notOfOurs) {
            throw InvalidInput.at("kind", "required");
        }
    }

    /** How an answer that a question may depend on is named in the form. */
    static String named(QuestionId question, String answer) {
        return question + "=" + answer;
    }

    private static List<String> chosen(@Nullable Condition condition) {
        return condition == null
                ? List.of()
                : condition.any().stream()
                        .map(one -> named(condition.question(), one))
                        .toList();
    }

    /** @throws InvalidInput where answers to several questions are chosen */
    private @Nullable Condition condition() {
        if (onlyIf.isEmpty()) return null;
        List<String> others =
                onlyIf.stream().map(one -> one.split("=", 2)[0]).distinct().toList();
        if (others.size() > 1 || onlyIf.stream().anyMatch(one -> one.indexOf('=') < 0))
            throw InvalidInput.at("condition", "condition");
        try {
            return new Condition(
                    new QuestionId(UUID.fromString(others.getFirst())),
                    onlyIf.stream().map(one -> one.split("=", 2)[1]).toList());
        } catch (IllegalArgumentException noId) {
            throw InvalidInput.at("condition", "condition");
        }
    }

    static List<QuestionKind> kinds() {
        return List.of(QuestionKind.values());
    }
}
