package io.marquee.platform.failure;

import io.marquee.platform.web.ErrorView;
import io.marquee.platform.web.LocalPath;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.security.RequestIds;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Tells a failure to whoever asked: programs get RFC 9457 problem details, people a page, htmx a fragment. */
@Component
class Answers {
    private final Pages pages;

    Answers(Pages pages) {
        this.pages = pages;
    }

    /** @return a {@link ResponseEntity} for programs, else a {@link ModelAndView} */
    Object to(HttpServletRequest request, Failure failure) {
        String path = original(request);
        if (isForPrograms(path)) {
            return problem(failure, pages.text(request));
        }
        boolean fragment = request.getHeader("HX-Request") != null;
        if (failure.status() == 401 && !fragment) return signedOut(request);
        else if (failure.status() == 405 && !fragment && request.getMethod().equals("GET")) return above(path);
        else return page(request, failure, fragment);
    }

    static boolean isForPrograms(String path) {
        return path.startsWith("/api/") || path.startsWith("/webhooks/") || path.startsWith("/wallet/");
    }

    /**
     * A form that was refused is shown at the address that it was sent to. Whoever opens that anew, by the language switch, from the
     * address bar or once they have signed in again, comes back to the page above it, on which the form stands.
     */
    private static ModelAndView above(String path) {
        return SeeOther.to(parent(path));
    }

    private static String parent(String path) {
        return LocalPath.of(path.substring(0, Math.max(1, path.lastIndexOf('/'))));
    }

    private static ResponseEntity<ProblemDetail> problem(Failure failure, Text text) {
        ProblemDetail problem = ProblemDetail.forStatus(failure.status());
        problem.setType(type(failure));
        ErrorView words = ErrorView.of(text, failure.status(), failure.code(), Words.detail(failure, text), "");
        problem.setTitle(words.title());
        problem.setDetail(words.detail());
        problem.setProperty("code", failure.code());
        problem.setProperty("requestId", RequestIds.current());
        failure.facts().forEach(problem::setProperty);
        if (!failure.errors().isEmpty()) {
            problem.setProperty("errors", errors(failure, text));
        }
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(failure.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (failure.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.body(problem);
    }

    private static URI type(Failure failure) {
        return URI.create("urn:marquee:refusal:" + failure.code());
    }

    /** The same, for where nothing of Spring's writes it. */
    static Map<String, Object> body(Failure failure, ErrorView words) {
        return Map.of(
                "type",
                type(failure).toString(),
                "title",
                words.title(),
                "status",
                failure.status(),
                "detail",
                words.detail(),
                "code",
                failure.code());
    }

    private static List<Map<String, String>> errors(Failure failure, Text text) {
        return failure.errors().stream()
                .map(e -> Map.of("field", e.field(), "code", e.code(), "detail", Words.at(e, text)))
                .toList();
    }

    /** What somebody typed stays on the page that says so: their time was up while they did. */
    private ModelAndView signedOut(HttpServletRequest request) {
        String path = original(request);
        KeptForm form = KeptForm.of(request, path);
        if (!form.isWorthKeeping()) return login(request);
        Page page = pages.of(request);
        ModelAndView shown = page.titled(page.text().get("ui.signed_out.title"))
                .show("platform/signed-out", "form", form)
                .addObject("login", loginTo(parent(path)));
        shown.setStatus(HttpStatus.UNAUTHORIZED);
        return shown;
    }

    private static ModelAndView login(HttpServletRequest request) {
        String back = original(request) + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        RedirectView view = new RedirectView(loginTo(back));
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }

    private static String loginTo(String back) {
        return "/login?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }

    private ModelAndView page(HttpServletRequest request, Failure failure, boolean fragment) {
        Page page = pages.of(request);
        Text text = page.text();
        String detail = failure.errors().isEmpty()
                ? Words.detail(failure, text)
                : String.join(
                        " ",
                        failure.errors().stream().map(e -> Words.at(e, text)).toList());
        ErrorView view = ErrorView.of(text, failure.status(), failure.code(), detail, RequestIds.current());
        ModelAndView shown =
                page.titled(view.title()).show(fragment ? "platform/error-fragment" : "platform/error", "error", view);
        shown.setStatus(HttpStatusCode.valueOf(failure.status()));
        return shown;
    }

    /** The path that was asked for, also when the container dispatches the error elsewhere. */
    private static String original(HttpServletRequest request) {
        Object uri = request.getAttribute("jakarta.servlet.error.request_uri");
        return uri == null ? request.getRequestURI() : uri.toString();
    }
}
