package io.marquee.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a browser that keeps cookies, runs no scripts and follows no redirects by itself; or, with
 * {@link #bearing}, a program.
 */
public final class Visitor {
    private final URI base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(Redirect.NEVER)
            .build();
    private final @Nullable String bearer;

    private Visitor(URI base, @Nullable String bearer) {
        this.base = base;
        this.bearer = bearer;
    }

    /** @param base such as {@code Settings.baseUrl()} */
    public static Visitor of(URI base) {
        return new Visitor(base, null);
    }

    /** The same place, asked by a program with a token. */
    public Visitor bearing(String token) {
        return new Visitor(base, token);
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    /** With a program that calls itself so. */
    public HttpResponse<String> get(String path, String program) {
        return send(request(path).header("User-Agent", program).GET().build());
    }

    /** Posts a form. @param fields name, value, name, value, … */
    public HttpResponse<String> post(String path, String... fields) {
        return send(form(path, fields).build());
    }

    /** Posts a form with one file. @param fields name, value, name, value, … */
    public HttpResponse<String> upload(String path, String field, String file, String content, String... fields) {
        StringBuilder texts = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            texts.append("--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(fields[i], fields[i + 1]));
        }
        String body = texts
                + "--x\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n%s\r\n--x--\r\n"
                        .formatted(field, file, content);
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** Posts a form as another site makes a browser post it. */
    public HttpResponse<String> postFromAnotherSite(String path, String... fields) {
        return send(form(path, fields).header("Sec-Fetch-Site", "cross-site").build());
    }

    private HttpRequest.Builder form(String path, String... fields) {
        StringJoiner form = new StringJoiner("&");
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString()));
    }

    /** Sends JSON. */
    public HttpResponse<String> send(String method, String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build());
    }

    /** Sends a file. */
    public HttpResponse<String> put(String path, String type, String content) {
        return send(request(path)
                .header("Content-Type", type)
                .PUT(BodyPublishers.ofString(content))
                .build());
    }

    public HttpResponse<String> delete(String path) {
        return send(request(path).DELETE().build());
    }

    /** Where a redirect leads, below the base. */
    public static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("nowhere").replaceFirst("^https?://[^/]*", "");
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public void plantCookie(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setDomain("localhost.local");
        cookie.setVersion(0);
        cookies.getCookieStore().add(base, cookie);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        return bearer == null ? request : request.header("Authorization", "Bearer " + bearer);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
