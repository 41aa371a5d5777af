package io.marquee.notification.carrier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Resend and Postmark as far as we use them: they look at who we are, at what they are sent, and answer as their documents say. What
 * they would not take, they refuse here too.
 */
public final class FakeProvider implements AutoCloseable {
    public static final String RESEND_KEY = "re_fake";
    public static final String POSTMARK_TOKEN = "0a1b2c3d-fake";

    private final HttpServer server;
    private final JsonMapper json = new JsonMapper();
    private final List<JsonNode> sent = new CopyOnWriteArrayList<>();
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final AtomicInteger broken = new AtomicInteger();

    private record Answer(int status, String body) {}

    public FakeProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/emails", this::resend);
        server.createContext("/email", this::postmark);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What went out to people. */
    public List<JsonNode> sent() {
        return sent;
    }

    /** The next mails are sent, but their answers are not those of somebody who sent them. */
    void losesAnswers(int many) {
        broken.set(many);
    }

    /** Whoever this is gets nothing. */
    void answers(String recipient, int status, String body) {
        answers.put(recipient, new Answer(status, body));
    }

    private void resend(HttpExchange exchange) throws IOException {
        JsonNode mail = json.readTree(exchange.getRequestBody().readAllBytes());
        String recipient = mail.path("to").path(0).asString("");
        if (!("Bearer " + RESEND_KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(
                    exchange,
                    401,
                    "{\"statusCode\": 401, \"name\": \"invalid_api_key\", \"message\": \"API key is invalid\"}");
        } else if (answers.containsKey(recipient)) {
            answer(
                    exchange,
                    answers.get(recipient).status(),
                    answers.get(recipient).body());
        } else if (lacks(mail, "from", "to", "subject", "html", "text")
                || malformed(mail.path("attachments"), "filename", "content")) {
            answer(
                    exchange,
                    422,
                    "{\"statusCode\": 422, \"name\": \"validation_error\", \"message\": \"a field is missing\"}");
        } else {
            once(exchange, mail);
        }
    }

    /** A key holds for a day: the same request gets the same answer, another one is refused. */
    private void once(HttpExchange exchange, JsonNode mail) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String known = key == null ? null : keys.putIfAbsent(key, mail.toString());
        if (known != null && !known.equals(mail.toString())) {
            answer(
                    exchange,
                    409,
                    "{\"statusCode\": 409, \"name\": \"invalid_idempotent_request\", \"message\": \"Same idempotency key used with a different request payload\"}");
            return;
        }
        if (known == null) sent.add(mail);
        if (broken.getAndDecrement() > 0) answer(exchange, 502, "<html>bad gateway</html>");
        else answer(exchange, 200, "{\"id\": \"49a3999c-0ce1-4ea6-ab68-afcd6dc2e794\"}");
    }

    private void postmark(HttpExchange exchange) throws IOException {
        JsonNode mail = json.readTree(exchange.getRequestBody().readAllBytes());
        String recipient = mail.path("To").asString("");
        if (!POSTMARK_TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Postmark-Server-Token"))) {
            answer(exchange, 401, "{\"ErrorCode\": 10, \"Message\": \"The Server Token you provided is invalid.\"}");
        } else if (answers.containsKey(recipient)) {
            answer(
                    exchange,
                    answers.get(recipient).status(),
                    answers.get(recipient).body());
        } else if (lacks(mail, "From", "To", "Subject", "HtmlBody", "TextBody", "MessageStream")
                || malformed(mail.path("Attachments"), "Name", "Content", "ContentType")) {
            answer(exchange, 422, "{\"ErrorCode\": 300, \"Message\": \"Invalid email request\"}");
        } else {
            sent.add(mail);
            answer(
                    exchange,
                    200,
                    "{\"To\": \"x\", \"MessageID\": \"b7bc2f4a-e38e-4336-af7d-e6c392c2f817\", \"ErrorCode\": 0, \"Message\": \"OK\"}");
        }
    }

    private static boolean lacks(JsonNode mail, String... names) {
        for (String name : names)
            if (mail.path(name).isMissingNode()
                    || mail.path(name).isEmpty() && mail.path(name).isContainer()) return true;
        return false;
    }

    private static boolean malformed(JsonNode attachments, String... names) {
        for (JsonNode one : attachments) if (lacks(one, names)) return true;
        return false;
    }

    private static void answer(HttpExchange exchange, int status, @Nullable String body) throws IOException {
        byte[] bytes = String.valueOf(body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
