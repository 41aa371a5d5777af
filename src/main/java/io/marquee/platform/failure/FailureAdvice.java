package io.marquee.platform.failure;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Catches whatever a controller let through. */
@ControllerAdvice
class FailureAdvice {
    private final Answers answers;

    FailureAdvice(Answers answers) {
        this.answers = answers;
    }

    @ExceptionHandler(Exception.class)
    Object failed(Exception thrown, HttpServletRequest request) {
        return answers.to(request, Failures.of(thrown));
    }

    /** The other side has gone: there is nobody to tell. */
    @ExceptionHandler({AsyncRequestNotUsableException.class, ClientAbortException.class})
    @Nullable
    Object gone() {
        return null;
    }
}
