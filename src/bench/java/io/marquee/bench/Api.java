package io.marquee.bench;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few calls of the API that the scenarios need, as an organizer and as a buyer make them. */
final class Api implements AutoCloseable {
    final Http http;
    private String headers = "";

    Api(int port) throws IOException {
        this.http = new Http(port);
    }

    void signIn() throws IOException {
        String token = field(
                "token",
                post(
                        "/api/v1/sessions",
                        "{\"email\":\"" + Product.ADMIN + "\",\"password\":\"" + Product.PASSWORD + "\"}"));
        headers = bearer(token);
    }

    String bearerHeader() {
        return headers;
    }

    /** A published event that takes place tomorrow. @return its id */
    String publishedEvent(String title) throws IOException {
        String organization = field("id", post("/api/v1/organizations", "{\"name\":\"Bench " + title + "\"}"));
        LocalDateTime start = LocalDateTime.now().plusDays(1).withNano(0).withSecond(0);
        String event = field("id", post("/api/v1/organizations/" + organization + "/events", """
                        {"title":"%s","startsAt":"%s","endsAt":"%s","timeZone":"Europe/Lisbon","venue":"Pier 14","city":"Lisbon",\
                        "description":"Four acts, one pier and the tide going out. Bring a jacket.","visibility":"public"}""".formatted(
                        title, start, start.plusHours(4))));
        return event;
    }

    /** Without a waiting room, which would come on by itself: what is measured is how much can be taken. */
    void publish(String event) throws IOException {
        put("/api/v1/events/" + event + "/waiting-room", "{\"mode\": \"off\"}");
        post("/api/v1/events/" + event + "/publication", "{}");
    }

    String slug(String event) throws IOException {
        return field("slug", call("GET", "/api/v1/events/" + event, ""));
    }

    /** A free ticket type. @return its id */
    String ticketType(String event, int quantity) throws IOException {
        return field(
                "id",
                post(
                        "/api/v1/events/" + event + "/ticket-types",
                        "{\"name\":\"General admission\",\"price\":{\"amount\":0,\"currency\":\"EUR\"},\"quantity\":"
                                + quantity + ",\"maxPerOrder\":10}"));
    }

    String post(String path, String body) throws IOException {
        return call("POST", path, body);
    }

    String put(String path, String body) throws IOException {
        return call("PUT", path, body);
    }

    private String call(String method, String path, String body) throws IOException {
        Http.Answer answer = http.send(Http.request(method, path, headers, body));
        if (answer.status() >= 300) {
            throw new IllegalStateException(
                    method + " " + path + " answered " + answer.status() + ": " + answer.text());
        }
        return answer.text();
    }

    static String bearer(String token) {
        return "Authorization: Bearer " + token + "\r\n";
    }

    /** The first string field of that name in a JSON text. */
    static String field(String name, String json) {
        Matcher matcher =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + name + " in " + json);
        }
        return matcher.group(1);
    }

    /** All string fields of that name. */
    static List<String> fields(String name, String json) {
        List<String> found = new ArrayList<>();
        Matcher matcher =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
