package io.marquee.bench;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** 64 buyers at once on one free ticket type of 20,000: hold, order, tickets, until it is sold out. */
final class OrderScenario {
    private static final int BUYERS = 64;
    private static final int STOCK = 20_000;
    private static final double AT_MOST_SECONDS = 600;

    private OrderScenario() {}

    static void run(Product product, Report report) throws Exception {
        String event;
        String type;
        try (Api api = new Api(product.port)) {
            api.signIn();
            event = api.publishedEvent("The rush");
            type = api.ticketType(event, STOCK);
            api.publish(event);
        }
        double hotRow = HotRow.rate(product);
        Set<String> tickets = ConcurrentHashMap.newKeySet();
        AtomicInteger issued = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        Load.Result orders = Load.flatOut(
                BUYERS,
                AT_MOST_SECONDS,
                number -> buyer(new Http(product.port), number, event, type, "", tickets, issued, refused));

        report.section("Free orders, hold + order + tickets, " + BUYERS + " buyers on one type of " + STOCK);
        report.line(
                "orders",
                "%,.0f orders/s, p50 %.1f ms, p99 %.1f ms",
                orders.rate(),
                orders.millis(.5),
                orders.millis(.99));
        report.line("hot row (" + HotRow.how() + ")", "%,.0f transactions/s with 32 clients", hotRow);
        report.line("orders : hot row", "%.2f", orders.rate() / hotRow);
        report.exactly("tickets issued", issued.get(), STOCK);
        report.exactly("different tickets", tickets.size(), STOCK);
        report.atLeast("buyers refused when it was sold out", refused.get(), BUYERS);
    }

    /** @param address a further part of it */
    static Load.Step buyer(
            Http http,
            int number,
            String event,
            String type,
            String address,
            Set<String> tickets,
            AtomicInteger issued,
            AtomicInteger refused) {
        byte[] hold = Http.request(
                "POST",
                "/api/v1/events/" + event + "/holds",
                "",
                "{\"items\":[{\"ticketType\":\"" + type + "\",\"quantity\":1}]}");
        int[] turn = {0};
        return () -> {
            Http.Answer held = http.send(hold);
            if (held.status() == 409) {
                refused.incrementAndGet();
                return false;
            }
            String token = Api.field("token", Http.expect(201, held));
            String headers = Api.bearer(token);
            String placed = Http.expect(
                    201,
                    http.send(Http.request(
                            "POST",
                            "/api/v1/orders",
                            headers,
                            "{\"hold\":\"%s\",\"buyer\":{\"name\":\"Buyer %d\",\"email\":\"buyer%d.%d%s@bench.example\"}}"
                                    .formatted(Api.field("id", held.text()), number, number, turn[0]++, address))));
            String got = Http.expect(
                    200,
                    http.send(Http.request(
                            "GET", "/api/v1/orders/" + Api.field("id", placed) + "/tickets", headers, "")));
            List<String> codes = Api.fields("qr", got);
            issued.addAndGet(codes.size());
            tickets.addAll(codes);
            return true;
        };
    }
}
