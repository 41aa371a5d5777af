package io.marquee.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;
import org.springframework.web.util.HtmlUtils;

/**
 * Leads to a page of others, such as a payment provider's. A redirect would not do: forms may only be sent to ourselves, and
 * browsers hold the redirects that follow to that. So an answer of our own does, which goes on by itself.
 */
final class Outside implements View {
    private final String address;
    private final View redirect;

    /** @param redirect for an address that turns out to be ours */
    Outside(String address, View redirect) {
        this.address = address;
        this.redirect = redirect;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        URI target = URI.create(address);
        if (isOurs(target, request)) {
            redirect.render(model, request, response);
        } else {
            lead(target, response);
        }
    }

    private static boolean isOurs(URI target, HttpServletRequest request) {
        int port = target.getPort() < 0 ? ("https".equals(target.getScheme()) ? 443 : 80) : target.getPort();
        return request.getServerName().equalsIgnoreCase(target.getHost()) && request.getServerPort() == port;
    }

    /** Words are left out: whoever ever sees this reads where it leads. */
    private void lead(URI target, HttpServletResponse response) throws IOException {
        String safe = HtmlUtils.htmlEscape(address);
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write("""
                        <!doctype html>
                        <html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                        <meta http-equiv="refresh" content="0;url=%s"><title>%s</title></head>
                        <body><p><a href="%s">%s →</a></p></body></html>
                        """.formatted(safe, target.getHost(), safe, target.getHost()));
    }
}
