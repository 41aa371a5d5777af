package io.marquee.crash;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Buyers who all come at once, free and paying ones, until the product no longer answers them. */
final class Rush {
    private final RunningProduct product;
    private final String event;
    final String freeType;
    final String paidType;
    /** Orders whose buyers were told that they are paid. */
    final Set<String> promised = ConcurrentHashMap.newKeySet();

    final AtomicInteger holds = new AtomicInteger();

    private Rush(RunningProduct product, String event, String freeType, String paidType) {
        this.product = product;
        this.event = event;
        this.freeType = freeType;
        this.paidType = paidType;
    }

    /** An event on sale with a free and a paid type. */
    static Rush prepare(RunningProduct product, int quantity) throws Exception {
        String organizer = field(
                "token",
                product.send(
                        "POST",
                        "/api/v1/sessions",
                        null,
                        "{\"email\":\"" + RunningProduct.ADMIN + "\",\"password\":\"" + RunningProduct.PASSWORD
                                + "\"}"));
        String organization =
                field("id", product.send("POST", "/api/v1/organizations", organizer, "{\"name\":\"Crash\"}"));
        String event = field(
                "id",
                product.send(
                        "POST",
                        "/api/v1/organizations/" + organization + "/events",
                        organizer,
                        "{\"title\":\"Rush\",\"startsAt\":\"2031-06-18T19:30\",\"endsAt\":\"2031-06-18T23:00\",\"timeZone\":\"Europe/Lisbon\"}"));
        String free = field(
                "id",
                product.send(
                        "POST", "/api/v1/events/" + event + "/ticket-types", organizer, type("Free", 0, quantity)));
        String paid = field(
                "id",
                product.send(
                        "POST", "/api/v1/events/" + event + "/ticket-types", organizer, type("Paid", 2400, quantity)));
        product.send("POST", "/api/v1/events/" + event + "/publication", organizer, "{}");
        return new Rush(product, event, free, paid);
    }

    /** The same sale, at another node. */
    Rush at(RunningProduct node) {
        return new Rush(node, event, freeType, paidType);
    }

    /** @return the buyers; each goes on until a request fails */
    List<Thread> start(int buyers) {
        return start(buyers, number -> number % 2 == 0 ? freeType : paidType);
    }

    List<Thread> start(int buyers, IntFunction<String> types) {
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < buyers; number++) {
            int me = number;
            threads.add(Thread.ofVirtual().start(() -> buyUntilItFails(types.apply(me), me)));
        }
        return threads;
    }

    private void buyUntilItFails(String type, int number) {
        try {
            for (int turn = 0; turn < 10_000; turn++) {
                buy(type, number, turn);
            }
        } catch (IOException | InterruptedException | IllegalStateException e) {
            // the product was killed: what this buyer was told before is in promised
        }
    }

    /** Something bought: the token opens its order and its tickets. */
    record Bought(String order, String token) {}

    Bought buy(String type, int number, int turn) throws IOException, InterruptedException {
        HttpResponse<String> held = hold(type);
        String token = field("token", held);
        holds.incrementAndGet();
        return order(field("id", held), token, "b%d.%d@crash.example".formatted(number, turn), type.equals(freeType));
    }

    HttpResponse<String> hold(String type) throws IOException, InterruptedException {
        return product.send(
                "POST",
                "/api/v1/events/" + event + "/holds",
                null,
                "{\"items\":[{\"ticketType\":\"" + type + "\",\"quantity\":2}]}");
    }

    /** Orders what is held, and pays for it unless it is free. */
    Bought order(String hold, String token, String email, boolean free) throws IOException, InterruptedException {
        HttpResponse<String> placed = product.send(
                "POST",
                "/api/v1/orders",
                token,
                "{\"hold\":\"%s\",\"buyer\":{\"name\":\"Buyer\",\"email\":\"%s\"}}".formatted(hold, email));
        String order = field("id", placed);
        String state = free ? field("state", placed) : field("state", paid(order, token));
        if (state.equals("paid") || state.equals("succeeded")) promised.add(order);
        return new Bought(order, token);
    }

    private HttpResponse<String> paid(String order, String token) throws IOException, InterruptedException {
        return product.send(
                "POST",
                "/api/v1/orders/" + order + "/payments",
                token,
                "{\"provider\":\"sandbox\",\"method\":\"4242424242424242\"}");
    }

    private static String type(String name, int amount, int quantity) {
        return "{\"name\":\"%s\",\"price\":{\"amount\":%d,\"currency\":\"EUR\"},\"quantity\":%d}"
                .formatted(name, amount, quantity);
    }

    /** Every id under this name. */
    static List<String> all(String name, String body) {
        return Pattern.compile("\"" + name + "\":\"([0-9a-f-]{36})\"")
                .matcher(body)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    static String field(String name, HttpResponse<String> answer) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(answer.body());
        if (!matcher.find()) {
            throw new IllegalStateException(answer.statusCode() + " without " + name + ": " + answer.body());
        }
        return matcher.group(1);
    }
}
