package io.marquee.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The doors of a sale open: everybody wants one hot quota. Holds as fast as they go, then whole free orders at a steady rate,
 * then the mail that they cause.
 */
final class OnsaleScenario {
    static final int BUYERS = 64;
    static final int STOCK = 10_000_000;
    private static final String SENT = "select count(*) from notification.mails where state = 'sent'";
    private static final String ORDERS_MAILED = SENT + " and kind = 'order_paid'";
    private static final int WARM = 8_000;
    private static final double HOLDS_TO_HOT_ROW = 2;
    private static final double HOLDS_TO_ECHO = 0.2;
    private static final double ORDERS_PER_SECOND = 500;
    private static final double P99_MILLIS = 250;

    private OnsaleScenario() {}

    /** An event with one free ticket type. */
    record Sale(String event, String type) {
        static Sale open(Product product, String title) throws IOException {
            return open(product, title, STOCK);
        }

        static Sale open(Product product, String title, int stock) throws IOException {
            try (Api api = new Api(product.port)) {
                api.signIn();
                String event = api.publishedEvent(title);
                Sale sale = new Sale(event, api.ticketType(event, stock));
                api.publish(event);
                return sale;
            }
        }

        byte[] holdRequest(int quantity) {
            return Http.request("POST", "/api/v1/events/" + event + "/holds", "", holdBody(quantity));
        }

        byte[] echoRequest() {
            return Http.request("POST", "/api/v1/bench/echo", "", holdBody(1));
        }

        private String holdBody(int quantity) {
            return "{\"items\":[{\"ticketType\":\"" + type + "\",\"quantity\":" + quantity + "}]}";
        }
    }

    static void run(Product product, Report report, Length length) throws Exception {
        Sale sale = Sale.open(product, "The doors open");
        warm(sale, product.port);
        Load.flatOut(BUYERS, length.seconds(6), holder(sale, product.port));
        Load.flatOut(BUYERS, length.seconds(6), echo(sale, product.port));
        double hotRow = HotRow.rate(product);
        Load.Result echoed = Load.flatOut(BUYERS, length.seconds(6), echo(sale, product.port));
        Load.Result held = Load.flatOut(BUYERS, length.seconds(10), holder(sale, product.port));

        report.section("Holds on one hot quota, " + BUYERS + " connections");
        report.line("holds", "%,.0f/s, p50 %.1f ms, p99 %.1f ms", held.rate(), held.millis(.5), held.millis(.99));
        report.line("hot row (" + HotRow.how() + ")", "%,.0f transactions/s with 32 clients", hotRow);
        report.line("the same JSON, parsed and answered", "%,.0f/s", echoed.rate());
        report.goal("holds : hot row", held.rate() / hotRow, ">=", HOLDS_TO_HOT_ROW);
        report.goal("holds : echo", held.rate() / echoed.rate(), ">=", HOLDS_TO_ECHO);

        orders(product, report, sale, length);
        report.exactly(
                "counters of stock that are wrong", product.number("select count(*) from ticketing.stock_drift()"), 0);
    }

    private static void orders(Product product, Report report, Sale sale, Length length) throws Exception {
        warm(sale, product.port);

        Orders orders = new Orders(sale, product.port);
        double used = product.cpuSeconds();
        Load.Result steady = Load.paced(BUYERS, length.seconds(60), ORDERS_PER_SECOND, orders);
        double cpu = (product.cpuSeconds() - used) / steady.done();
        report.section("Free orders on one hot quota: hold, order with two named attendees, tickets");
        report.line(
                "orders",
                "%,.0f/s for %.0f s, p50 %.1f ms, p99 %.1f ms",
                steady.rate(),
                steady.seconds(),
                steady.millis(.5),
                steady.millis(.99));
        report.line("CPU of an order, app and database", "%.2f ms", cpu * 1e3);
        report.goal("orders a second", steady.rate(), ">=", ORDERS_PER_SECOND * .99);
        report.goal("p99 of a whole order, ms", steady.millis(.99), "<", P99_MILLIS);
        report.exactly("tickets", orders.tickets.get(), 2L * steady.done());
        drain(product, report);
        Load.Result flatOut = Load.flatOut(BUYERS, length.seconds(8), new Orders(sale, product.port));
        report.line("as fast as it goes", "%,.0f orders/s, p99 %.1f ms", flatOut.rate(), flatOut.millis(.99));
    }

    /** The mail that the orders cause, each with its tickets as PDF, goes to a server that takes everything. */
    private static void drain(Product product, Report report) throws Exception {
        // those of the warm-up wait too
        long all = product.number("select count(*) from ordering.orders");
        long sentAtFirst = product.mail().taken();
        long from = System.nanoTime();
        while (product.number(ORDERS_MAILED) < all && System.nanoTime() - from < 1800e9) {
            Thread.sleep(500);
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        report.line(
                "mails with PDF afterwards",
                "%,.0f/s: %,d waited, the last left %.0f s later",
                (product.mail().taken() - sentAtFirst) / seconds,
                all - sentAtFirst,
                seconds);
        report.exactly("mails of orders", product.number(ORDERS_MAILED), all);
        report.exactly("mails taken, with those to the team", product.mail().taken(), product.number(SENT));
    }

    /** Until the virtual machine has compiled what is hot. */
    static void warm(Sale sale, int port) throws Exception {
        Orders orders = new Orders(sale, port);
        AtomicInteger left = new AtomicInteger(WARM);
        Load.flatOut(BUYERS, 60, number -> {
            Load.Step step = orders.open(number);
            return () -> left.getAndDecrement() > 0 && step.once();
        });
    }

    static Load.Client holder(Sale sale, int port) {
        byte[] request = sale.holdRequest(1);
        return number -> {
            Http http = new Http(port);
            return () -> {
                Http.expect(201, http.send(request));
                return true;
            };
        };
    }

    private static Load.Client echo(Sale sale, int port) {
        byte[] request = sale.echoRequest();
        return number -> {
            Http http = new Http(port);
            return () -> {
                Http.expect(201, http.send(request));
                return true;
            };
        };
    }

    /** Hold, order, tickets. */
    static final class Orders implements Load.Client {
        private static final AtomicLong BUYER = new AtomicLong();
        final AtomicInteger tickets = new AtomicInteger();
        private final byte[] hold;
        private final int port;

        Orders(Sale sale, int port) {
            this.hold = sale.holdRequest(2);
            this.port = port;
        }

        @Override
        public Load.Step open(int number) throws Exception {
            Http http = new Http(port);
            return () -> {
                String held = Http.expect(201, http.send(hold));
                String headers = Api.bearer(Api.field("token", held));
                String order = Http.expect(201, http.send(Http.request("POST", "/api/v1/orders", headers, """
                        {"hold":"%s","buyer":{"name":"Ada Lind","email":"ada%d@bench.example"},\
                        "attendees":[{"name":"Ada Lind"},{"name":"Tom Sá","email":"tom@bench.example"}]}""".formatted(
                                Api.field("id", held), BUYER.incrementAndGet()))));
                String got = Http.expect(
                        200,
                        http.send(Http.request(
                                "GET", "/api/v1/orders/" + Api.field("id", order) + "/tickets", headers, "")));
                List<String> codes = Api.fields("qr", got);
                tickets.addAndGet(codes.size());
                return true;
            };
        }
    }
}
