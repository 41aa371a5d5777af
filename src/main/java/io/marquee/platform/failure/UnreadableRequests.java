package io.marquee.platform.failure;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.marquee.platform.web.ErrorView;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the container refuses before it is any application's, such as a path with a null character in it: told in our words,
 * since no filter and no controller sees it.
 */
@Component
class UnreadableRequests implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadableRequests.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectProvider<Pages> pages;
    private final ObjectProvider<TemplateEngine> templates;

    /** Both come with the first request: the server is made before them. */
    UnreadableRequests(ObjectProvider<Pages> pages, ObjectProvider<TemplateEngine> templates) {
        this.pages = pages;
        this.templates = templates;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(""); // else it adds its own after ours, and the last one answers
                host.getPipeline().addValve(new Valve());
            }
        });
    }

    private final class Valve extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, Throwable thrown) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
            try {
                tell(request, response);
            } catch (IOException | IllegalStateException gone) {
                LOG.debug("nobody reads why it was refused", gone);
            }
        }
    }

    private void tell(Request request, Response response) throws IOException {
        Failure failure = Failures.byStatus(response.getStatus());
        Text text = pages.getObject().text(request.getLocale());
        boolean program = Answers.isForPrograms(request.getRequestURI());
        response.setContentType(program ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding("UTF-8");
        Writer writer = response.getReporter();
        if (writer == null) return;
        ErrorView words = ErrorView.of(text, failure.status(), failure.code(), Words.detail(failure, text), "");
        writer.write(program ? JSON.writeValueAsString(Answers.body(failure, words)) : page(request, words));
        response.finishResponse();
    }

    private String page(Request request, ErrorView words) {
        Page page = pages.getObject().anonymous(request.getLocale(), "/").titled(words.title());
        StringOutput html = new StringOutput();
        templates.getObject().render("platform/error.jte", Map.of("page", page, "error", words), html);
        return html.toString();
    }
}
