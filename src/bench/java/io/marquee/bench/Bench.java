package io.marquee.bench;

import java.util.List;
import java.util.Set;

/**
 * Measures Marquee as an operator runs it, from another process on the same machine. Compare the ratios of one run: machines
 * differ, and are noisy.
 */
public final class Bench {
    private static final Set<String> SCENARIOS = Set.of("start", "page", "orders", "checkins");

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> wanted =
                arguments.length == 0 ? List.of("start", "page", "orders", "checkins") : List.of(arguments);
        for (String scenario : wanted) {
            if (!SCENARIOS.contains(scenario)) {
                System.err.println("bin/bench knows no " + scenario
                        + ": it takes start, page, orders, checkins, or nothing for all.");
                System.exit(2);
            }
        }
        Report report = new Report();
        try (Product product = new Product()) {
            double cold = product.start();
            if (wanted.contains("start")) {
                product.stop();
                double warm = product.start();
                report.section("Start to first page");
                report.line("cold: new data folder", "%.1f s", cold);
                report.line("warm: data folder there", "%.1f s", warm);
            }
            if (wanted.contains("page")) {
                PageScenario.run(product, report);
            }
            if (wanted.contains("orders")) {
                OrderScenario.run(product, report);
            }
            if (wanted.contains("checkins")) {
                CheckInScenario.run(product, report);
            }
        }
        System.exit(report.missed() ? 1 : 0);
    }
}
