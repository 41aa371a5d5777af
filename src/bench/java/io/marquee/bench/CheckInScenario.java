package io.marquee.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** 8 gates and 5,000 tickets, each tried twice at different gates at about the same time. */
final class CheckInScenario {
    private static final int GATES = 8;
    private static final int TICKETS = 5_000;

    private CheckInScenario() {}

    static void run(Product product, Report report) throws Exception {
        String event;
        String organizer;
        List<String> codes = Collections.synchronizedList(new ArrayList<>());
        try (Api api = new Api(product.port)) {
            api.signIn();
            organizer = api.bearerHeader();
            event = api.publishedEvent("Doors");
            String type = api.ticketType(event, TICKETS);
            api.publish(event);
            buy(product, event, type, TICKETS, codes);
        }
        AtomicInteger admitted = new AtomicInteger();
        AtomicInteger already = new AtomicInteger();
        List<List<String>> queues = queues(codes, GATES);
        Load.Result scans = Load.flatOut(GATES, 600, gate -> {
            Http http = new Http(product.port);
            int[] next = {0};
            List<String> queue = queues.get(gate);
            return () -> {
                if (next[0] == queue.size()) {
                    return false;
                }
                String verdict = Api.field(
                        "verdict",
                        http.send(Http.request(
                                        "POST",
                                        "/api/v1/events/" + event + "/check-ins",
                                        organizer,
                                        "{\"code\":\"" + queue.get(next[0]++) + "\",\"gate\":\"Gate " + gate
                                                + "\",\"device\":\"bench-" + gate + "\"}"))
                                .text());
                (verdict.equals("admitted") ? admitted : already).incrementAndGet();
                return true;
            };
        });
        report.section("Check-ins, " + GATES + " gates, " + TICKETS + " tickets, each tried twice");
        report.line(
                "scans", "%,.0f scans/s, p50 %.1f ms, p99 %.1f ms", scans.rate(), scans.millis(.5), scans.millis(.99));
        report.exactly("admitted", admitted.get(), TICKETS);
        report.exactly("told that they are in already", already.get(), TICKETS);
    }

    /** Ten at a time. */
    static void buy(Product product, String event, String type, int tickets, List<String> codes) throws Exception {
        AtomicInteger left = new AtomicInteger(tickets / 10);
        Load.flatOut(8, 600, number -> {
            Http http = new Http(product.port);
            return () -> {
                int turn = left.getAndDecrement();
                if (turn <= 0) {
                    return false;
                }
                String held = http.send(Http.request(
                                "POST",
                                "/api/v1/events/" + event + "/holds",
                                "",
                                "{\"items\":[{\"ticketType\":\"" + type + "\",\"quantity\":10}]}"))
                        .text();
                String headers = Api.bearer(Api.field("token", held));
                String order = http.send(Http.request(
                                "POST",
                                "/api/v1/orders",
                                headers,
                                "{\"hold\":\"%s\",\"buyer\":{\"name\":\"Guest %d\",\"email\":\"guest%d@bench.example\"}}"
                                        .formatted(Api.field("id", held), turn, turn)))
                        .text();
                codes.addAll(Api.fields(
                        "qr",
                        http.send(Http.request(
                                        "GET", "/api/v1/orders/" + Api.field("id", order) + "/tickets", headers, ""))
                                .text()));
                return true;
            };
        });
        if (codes.size() != tickets) {
            throw new IllegalStateException("only " + codes.size() + " tickets were bought");
        }
    }

    /** Each code goes to two gates, at the same place of their shuffled queues. */
    static List<List<String>> queues(List<String> codes, int gates) {
        List<String> shuffled = new ArrayList<>(codes);
        Collections.shuffle(shuffled, new Random(7));
        List<List<String>> queues = new ArrayList<>();
        for (int gate = 0; gate < gates; gate++) {
            queues.add(new ArrayList<>());
        }
        for (int i = 0; i < shuffled.size(); i++) {
            queues.get(i % gates).add(shuffled.get(i));
            queues.get((i + 1 + i / gates % (gates - 1)) % gates).add(shuffled.get(i));
        }
        return queues;
    }
}
