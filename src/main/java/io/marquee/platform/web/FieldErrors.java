package io.marquee.platform.web;

import io.marquee.kernel.InvalidInput;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Why a form was not taken: a sentence for each field that is at fault, and perhaps one for the form as a whole.
 *
 * @param byField sentences by the names of fields, in the form's order; the whole form's is under ""
 */
public record FieldErrors(Map<String, String> byField) {
    private static final String WHOLE = "";

    public static FieldErrors none() {
        return new FieldErrors(Map.of());
    }

    /** One field at fault. */
    public static FieldErrors of(String field, String sentence) {
        return new FieldErrors(Map.of(field, sentence));
    }

    /** The form as a whole is at fault. */
    public static FieldErrors ofForm(String sentence) {
        return of(WHOLE, sentence);
    }

    /** What a command refused: each problem in the words of {@code invalid.<code>}. */
    public static FieldErrors of(InvalidInput refused, Text text) {
        var found = new LinkedHashMap<String, String>();
        refused.problems()
                .forEach(problem -> found.putIfAbsent(
                        problem.field(),
                        text.get(
                                "invalid." + problem.code(), problem.arguments().toArray())));
        return new FieldErrors(found);
    }

    /** What validation found; an error's code is a key of the bundles where they have it, its message is taken otherwise. */
    public static FieldErrors of(Errors errors, Text text) {
        var found = new LinkedHashMap<String, String>();
        errors.getFieldErrors()
                .forEach(e -> found.putIfAbsent(e.getField(), sentence(e.getCode(), e.getDefaultMessage(), text)));
        errors.getGlobalErrors()
                .forEach(e -> found.putIfAbsent(WHOLE, sentence(e.getCode(), e.getDefaultMessage(), text)));
        return new FieldErrors(found);
    }

    private static String sentence(@Nullable String code, @Nullable String message, Text text) {
        if (code != null && text.has(code)) return text.get(code);
        else if (message != null && text.has(message)) return text.get(message);
        else return message == null ? text.get("ui.form.invalid") : message;
    }

    /** The sentence for a field, or null when it is fine. */
    public @Nullable String of(String field) {
        return byField.get(field);
    }

    /** The sentence for the form as a whole, or null. */
    public @Nullable String form() {
        return of(WHOLE);
    }

    /** All of them in a row, where they can't be told at their fields. */
    public String together() {
        return String.join(" ", byField.values());
    }

    public boolean any() {
        return !byField.isEmpty();
    }
}
