package io.marquee.platform.failure;

import java.util.List;
import java.util.Map;

/**
 * What went wrong, before it is known who is told how.
 *
 * @param status of HTTP
 * @param code stable, lower case with underscores
 * @param arguments for the words under {@code refusal.<code>}
 * @param errors at fields, for input that breaks rules
 * @param facts for programs, such as how many are left
 */
record Failure(int status, String code, List<Object> arguments, List<AtField> errors, Map<String, Object> facts) {

    /** @param code the words are under {@code invalid.<code>}; a ready sentence may be given in {@code arguments} instead */
    record AtField(String field, String code, List<Object> arguments) {}

    static Failure of(int status, String code, Object... arguments) {
        return new Failure(status, code, List.of(arguments), List.of(), Map.of());
    }

    static Failure invalid(List<AtField> errors) {
        return new Failure(422, "invalid_input", List.of(), errors, Map.of());
    }
}
