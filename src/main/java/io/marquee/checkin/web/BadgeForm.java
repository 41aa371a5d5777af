package io.marquee.checkin.web;

import io.marquee.checkin.label.BadgeTemplate;
import io.marquee.checkin.label.BadgeTemplate.Part;
import io.marquee.checkin.label.Label;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import io.marquee.registration.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A badge as it is chosen. */
record BadgeForm(
        @Nullable String size,
        @Nullable List<String> parts,
        @Nullable List<String> questions) {

    /**
     * Whoever leaves the usual answers as they are goes on with the usual ones, also after the questions change.
     *
     * @param asked the event's questions
     * @throws io.marquee.kernel.InvalidInput at {@code size}
     */
    BadgeTemplate template(List<Question> asked) {
        boolean usual = Set.copyOf(chosen(questions)).equals(Set.copyOf(shown(BadgeTemplate.USUAL, asked)));
        return new BadgeTemplate(
                Label.Size.of(size == null ? "" : size),
                Arrays.stream(Part.values())
                        .filter(part -> chosen(parts).contains(Wire.name(part)))
                        .toList(),
                usual ? null : chosen(questions).stream().map(DeviceForm::id).toList());
    }

    private static List<String> chosen(@Nullable List<String> words) {
        return words == null ? List.of() : words;
    }

    static List<String> shown(BadgeTemplate template, List<Question> asked) {
        return template.among(asked).stream()
                .map(question -> question.id().toString())
                .toList();
    }

    static List<Field> fields(BadgeTemplate template, List<Question> asked, FieldErrors errors, Text text) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.select(
                        "size",
                        text.get("checkin.badge.size"),
                        Arrays.stream(Label.Size.values())
                                .map(size -> Option.of(size.word(), size.width() + " × " + size.height() + " mm"))
                                .toList())
                .value(template.size().word())
                .error(errors.of("size"))
                .required());
        fields.add(Field.several(
                        "parts",
                        text.get("checkin.badge.parts"),
                        Arrays.stream(Part.values())
                                .map(part -> Option.of(Wire.name(part), text.of("checkin.badge.part", part)))
                                .toList())
                .value(String.join(
                        "\n", template.parts().stream().map(Wire::name).toList()))
                .hint(text.get("checkin.badge.parts_hint")));
        if (!asked.isEmpty()) {
            fields.add(Field.several(
                            "questions",
                            text.get("checkin.badge.questions"),
                            asked.stream()
                                    .map(question -> Option.of(
                                            question.id().toString(),
                                            question.details().label()))
                                    .toList())
                    .value(String.join("\n", shown(template, asked)))
                    .hint(text.get("checkin.badge.questions_hint"))
                    .error(errors.of("questions")));
        }
        return fields;
    }
}
