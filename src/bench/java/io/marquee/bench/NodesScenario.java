package io.marquee.bench;

import java.util.concurrent.atomic.AtomicInteger;

/** Two nodes on one database sell the same quota: together as fast as one, and not one ticket too many. */
final class NodesScenario {
    private static final double AT_LEAST = 0.85;

    private NodesScenario() {}

    static void run(Product first, Report report, Length length) throws Exception {
        try (Product second = first.anotherNode()) {
            second.start();
            int buyers = OnsaleScenario.BUYERS;
            OnsaleScenario.Sale sale = OnsaleScenario.Sale.open(first, "Two doors");
            Load.Client one = new OnsaleScenario.Orders(sale, first.port);
            Load.Client other = new OnsaleScenario.Orders(sale, second.port);
            Load.Client both = number -> number % 2 == 0 ? one.open(number) : other.open(number);
            OnsaleScenario.warm(sale, first.port);
            OnsaleScenario.warm(sale, second.port);
            Load.Result byOne = Load.flatOut(buyers, length.seconds(15), one);
            Load.Result byBoth = Load.flatOut(buyers, length.seconds(15), both);

            report.section("Free orders by two nodes on one database");
            report.line("one node", "%,.0f orders/s, p99 %.1f ms", byOne.rate(), byOne.millis(.99));
            report.line("two nodes", "%,.0f orders/s, p99 %.1f ms", byBoth.rate(), byBoth.millis(.99));
            report.goal("two nodes : one node", byBoth.rate() / byOne.rate(), ">=", AT_LEAST);
            sellOut(first, second, report, length);
        }
    }

    private static void sellOut(Product first, Product second, Report report, Length length) throws Exception {
        int stock = length == Length.FULL ? 20_001 : 5_001;
        OnsaleScenario.Sale sale = OnsaleScenario.Sale.open(first, "Two doors and few seats", stock);
        AtomicInteger held = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        byte[] two = sale.holdRequest(2);
        Load.flatOut(OnsaleScenario.BUYERS, 300, number -> {
            Http http = new Http(number % 2 == 0 ? first.port : second.port);
            return () -> {
                Http.Answer answer = http.send(two);
                if (answer.status() == 409) {
                    refused.incrementAndGet();
                    return false;
                }
                Http.expect(201, answer);
                held.addAndGet(2);
                return true;
            };
        });
        report.exactly("tickets of " + stock + " held by twos, until both refuse", held.get(), stock / 2 * 2);
        report.exactly("buyers refused", refused.get(), OnsaleScenario.BUYERS);
        report.exactly(
                "counters of stock that are wrong", first.number("select count(*) from ticketing.stock_drift()"), 0);
    }
}
