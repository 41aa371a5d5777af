package io.marquee.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** {@code /v1}: who asks, about whose books, whether something goes wrong, and what the answer looks like. */
final class Api implements HttpHandler {
    private final World world;
    private final Desks desks;
    private final Faults faults;
    private final AtomicLong calls = new AtomicLong();

    Api(World world, Desks desks, Faults faults) {
        this.world = world;
        this.desks = desks;
        this.faults = faults;
    }

    private record Question(
            String method,
            String path,
            Thing params,
            String text,
            @Nullable String account,
            @Nullable String key) {}

    private record Answer(int status, String body, boolean replayed) {}

    long calls() {
        return calls.get();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("OPTIONS")) {
                allowBrowsers(exchange);
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            calls.incrementAndGet();
            faults.happens(exchange.getRequestURI().getPath());
            boolean script = key(exchange).startsWith("pk_");
            Faults.Call fault = script
                    ? Faults.Call.NONE
                    : faults.ofCall(exchange.getRequestMethod().equals("GET"));
            if (fault == Faults.Call.CUT_BEFORE) {
                cut(exchange);
                return;
            }
            Answer answer = answer(exchange, body, fault);
            if (fault == Faults.Call.CUT_AFTER) {
                cut(exchange);
                return;
            }
            if (fault == Faults.Call.HANG) Thread.sleep(faults.hang());
            send(exchange, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** In the middle of an answer: without a word of it Java's client would ask again by itself. */
    private static void cut(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
    }

    private Answer answer(HttpExchange exchange, byte[] body, Faults.Call fault) {
        try {
            if (fault == Faults.Call.LIMITED) throw Refused.limited();
            if (fault == Faults.Call.UNAVAILABLE)
                return new Answer(503, json(Refused.broken().body()), false);
            return once(question(exchange, body), fault, key(exchange).startsWith("pk_"));
        } catch (Refused refused) {
            return new Answer(refused.status, json(refused.body()), false);
        }
    }

    private static String key(HttpExchange exchange) {
        String header = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
        if (header.startsWith("Basic ")) {
            return new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
        }
        return header.replace("Bearer ", "");
    }

    private static Question question(HttpExchange exchange, byte[] body) {
        if (!key(exchange).matches("(sk|rk|pk|ek)_.+")) throw Refused.unauthorized();
        var headers = exchange.getRequestHeaders();
        String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
        String type = Objects.requireNonNullElse(headers.getFirst("Content-Type"), "");
        boolean upload = type.startsWith("multipart/form-data");
        String text = query + "&" + (upload ? "" : new String(body, StandardCharsets.UTF_8));
        return new Question(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                upload ? Uploads.read(type, body) : Form.decode(text),
                text,
                headers.getFirst("Stripe-Account"),
                exchange.getRequestMethod().equals("POST") ? headers.getFirst("Idempotency-Key") : null);
    }

    private Answer once(Question question, Faults.Call fault, boolean script) {
        if (question.key == null) return work(question, fault, script);
        String key = question.account + " " + question.key;
        String asked = question.method + " " + question.path + "?" + question.text;
        Keys.Saved saved;
        synchronized (world.keys) {
            saved = world.keys.begin(key, asked);
        }
        if (saved != null) return new Answer(saved.status(), saved.body(), true);
        Answer answer = work(question, fault, script);
        synchronized (world.keys) {
            // what was never begun is not kept
            if (answer.status == 400 || answer.status == 401 || answer.status == 404) {
                world.keys.forget(key);
            } else {
                world.keys.save(key, asked, new Keys.Saved(answer.status, answer.body));
            }
        }
        return answer;
    }

    private Answer work(Question question, Faults.Call fault, boolean script) {
        try {
            if (fault == Faults.Call.ERROR) throw Refused.broken();
            Answer answer = new Answer(200, json(work(question, script)), false);
            if (fault == Faults.Call.ERROR_AFTER) throw Refused.broken();
            return answer;
        } catch (Refused refused) {
            return new Answer(refused.status, json(refused.body()), false);
        }
    }

    private Thing work(Question question, boolean script) {
        synchronized (world) {
            Book book = world.book(question.account);
            if (question.account != null && world.hasLeft(question.account)) throw Refused.forbidden(question.account);
            Routes.Found found = desks.routes.find(question.method, question.path);
            Call call = new Call(book, question.path, found.steps(), question.params);
            if (script) checkSecret(call);
            List<String> wishes = call.texts("expand");
            return new Expansion(world, book).shown(found.answering().answer(call), wishes);
        }
    }

    /** A page's script knows one thing's secret and asks about nothing else. */
    private static void checkSecret(Call call) {
        String id = call.steps().get("id");
        if (id == null) {
            if (call.path().equals("/v1/payment_methods")) return;
            throw Refused.unauthorized();
        }
        Thing thing = call.book().find(id);
        if (thing == null || !thing.is("client_secret", call.params().maybe("client_secret"))) {
            throw Refused.unknown("payment_intent", id);
        }
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Request-Id", "req_fake" + calls.get());
        headers.set("Stripe-Version", World.API_VERSION);
        if (answer.replayed) headers.set("Idempotent-Replayed", "true");
        allowBrowsers(exchange);
        exchange.sendResponseHeaders(answer.status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void allowBrowsers(HttpExchange exchange) {
        var headers = exchange.getResponseHeaders();
        headers.set("Access-Control-Allow-Origin", "*");
        headers.set("Access-Control-Allow-Headers", "*, Authorization");
        headers.set("Access-Control-Allow-Methods", "GET, POST, DELETE");
    }

    private static String json(Thing thing) {
        return JsonMapper.shared().writeValueAsString(thing);
    }
}
