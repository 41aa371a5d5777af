package io.marquee.registration.web;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import io.marquee.registration.QuestionDetails;
import io.marquee.registration.QuestionKind;
import java.util.List;
import java.util.Map;

/** What a person typed about a question. @param options a line each */
public record QuestionForm(
        String label, String hint, String kind, boolean required, String per, boolean atDoor, String options) {
    static final QuestionForm EMPTY = new QuestionForm("", "", "short_text", false, "order", false, "");

    static QuestionForm of(Map<String, String> fields) {
        return new QuestionForm(
                fields.getOrDefault("label", ""),
                fields.getOrDefault("hint", ""),
                fields.getOrDefault("kind", ""),
                fields.containsKey("required"),
                fields.getOrDefault("per", ""),
                fields.containsKey("atDoor"),
                fields.getOrDefault("options", ""));
    }

    static QuestionForm of(QuestionDetails details) {
        return new QuestionForm(
                details.label(),
                details.hint(),
                Wire.name(details.kind()),
                details.required(),
                details.perAttendee() ? "attendee" : "order",
                details.atDoor(),
                String.join("\n", details.options()));
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
                    options.lines().toList());
        } catch (IllegalArgumentException notOfOurs) {
            throw InvalidInput.at("kind", "required");
        }
    }

    static List<QuestionKind> kinds() {
        return List.of(QuestionKind.values());
    }
}
