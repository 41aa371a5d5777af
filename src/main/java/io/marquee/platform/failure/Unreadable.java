package io.marquee.platform.failure;

import io.marquee.platform.failure.Failure.AtField;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** A body that could not be read: broken JSON, or JSON with a value that does not fit its field. */
final class Unreadable {
    private Unreadable() {}

    static Failure read(HttpMessageNotReadableException e) {
        return e.getCause() instanceof DatabindException unfit
                        && !unfit.getPath().isEmpty()
                ? Failure.invalid(List.of(new AtField(path(unfit), "format", List.of())))
                : Failure.of(400, e.getCause() instanceof JacksonException ? "malformed_json" : "unreadable_body");
    }

    /** {@code items[0].quantity}. */
    private static String path(DatabindException unfit) {
        return unfit.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
