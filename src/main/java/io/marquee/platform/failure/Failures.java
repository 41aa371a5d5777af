package io.marquee.platform.failure;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Refusal;
import io.marquee.platform.failure.Failure.AtField;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Reads from an exception what went wrong. What nobody expected is ours: 500, and the log has all of it. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static Failure of(Throwable thrown) {
        return switch (thrown) {
            case InvalidInput invalid ->
                Failure.invalid(invalid.problems().stream()
                        .map(p -> new AtField(p.field(), p.code(), p.arguments()))
                        .toList());
            case Refusal refusal ->
                new Failure(refusal.kind().status(), refusal.code(), refusal.arguments(), List.of(), refusal.facts());
            case MethodArgumentNotValidException e -> fields(e);
            case BindException e -> fields(e);
            case ConstraintViolationException e ->
                Failure.invalid(e.getConstraintViolations().stream()
                        .map(v -> new AtField(v.getPropertyPath().toString(), "value", List.of()))
                        .toList());
            case HandlerMethodValidationException e -> parameters(e);
            case MethodArgumentTypeMismatchException e -> mismatch(e);
            case HttpMessageNotReadableException e -> Unreadable.read(e);
            case MissingServletRequestParameterException e ->
                Failure.invalid(List.of(new AtField(e.getParameterName(), "required", List.of())));
            case MaxUploadSizeExceededException e -> Failure.of(413, "too_large");
            case MultipartException e -> Failure.of(400, "unreadable_body");
            case MethodArgumentConversionNotSupportedException e ->
                Failure.invalid(List.of(new AtField(e.getName(), "format", List.of())));
            case InvalidParameterException e -> byStatus(400);
            case RequestRejectedException e -> byStatus(400);
            case IllegalArgumentException e when isWildcardType(e) -> byStatus(415);
            case ErrorResponse e -> byStatus(e.getStatusCode().value());
            case TransactionException e -> unavailable(e);
            case Throwable e when DatabaseFailures.areBehind(e) -> DatabaseFailures.read(e);
            default -> unexpected(thrown);
        };
    }

    static Failure byStatus(int status) {
        return Failure.of(
                status,
                switch (status) {
                    case 400 -> "bad_request";
                    case 401 -> "unauthenticated";
                    case 403 -> "forbidden";
                    case 404 -> "not_found";
                    case 405 -> "method_not_allowed";
                    case 406 -> "not_acceptable";
                    case 413 -> "too_large";
                    case 415 -> "unsupported_media_type";
                    case 429 -> "too_many_requests";
                    case 503 -> "unavailable";
                    default -> status < 500 ? "bad_request" : "internal_error";
                });
    }

    static Failure unexpected(Throwable thrown) {
        LOG.error("nobody expected this", thrown);
        return byStatus(500);
    }

    static Failure unavailable(Exception thrown) {
        LOG.warn("the database does not answer: {}", thrown.getMessage());
        return byStatus(503);
    }

    private static Failure fields(BindException e) {
        return Failure.invalid(e.getFieldErrors().stream()
                .map(error -> new AtField(
                        error.getField(), error.isBindingFailure() ? "format" : rule(error.getCode()), List.of()))
                .toList());
    }

    private static Failure parameters(HandlerMethodValidationException e) {
        return Failure.invalid(e.getParameterValidationResults().stream()
                .map(result -> new AtField(
                        java.util.Objects.requireNonNullElse(
                                result.getMethodParameter().getParameterName(), "parameter"),
                        "value",
                        List.of()))
                .toList());
    }

    private static String rule(@org.jspecify.annotations.Nullable String constraint) {
        return switch (constraint == null ? "" : constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            case "Size" -> "length";
            case "Email" -> "email";
            default -> "value";
        };
    }

    /** Spring refuses a request whose Content-Type is {@code image/*} with an exception that has no type of its own. */
    private static boolean isWildcardType(IllegalArgumentException e) {
        return e.getMessage() != null && e.getMessage().startsWith("Content-Type cannot contain wildcard");
    }

    /** An id in the path that is none names nothing; a parameter of the wrong type is a field's error. */
    private static Failure mismatch(MethodArgumentTypeMismatchException e) {
        return e.getParameter().hasParameterAnnotation(PathVariable.class)
                ? byStatus(404)
                : Failure.invalid(List.of(new AtField(e.getName(), "format", List.of())));
    }
}
