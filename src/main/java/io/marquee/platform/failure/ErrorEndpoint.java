package io.marquee.platform.failure;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the container sends what failed before or beside our controllers: a refused URL, a filter's error. */
@Controller
class ErrorEndpoint implements ErrorController {
    private final Answers answers;

    ErrorEndpoint(Answers answers) {
        this.answers = answers;
    }

    @RequestMapping("${server.error.path:/error}")
    Object error(HttpServletRequest request) {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Failure failure = thrown instanceof Throwable t
                ? Failures.of(t)
                : Failures.byStatus(status instanceof Integer code ? code : 404);
        return answers.to(request, failure);
    }
}
