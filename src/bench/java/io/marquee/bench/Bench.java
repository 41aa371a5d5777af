package io.marquee.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures Marquee as an operator runs it, from another process on the same machine. Compare the ratios of one run: machines
 * differ, and are noisy.
 */
public final class Bench {
    private static final List<String> SCENARIOS = List.of(
            "start",
            "page",
            "orders",
            "checkins",
            "door",
            "onsale",
            "grown",
            "nodes",
            "room",
            "seats",
            "money",
            "guests",
            "messages",
            "live");

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> wanted = new ArrayList<>();
        Length length = Length.FULL;
        for (String argument : arguments) {
            if (argument.equals("--short")) {
                length = Length.SHORT;
            } else if (SCENARIOS.contains(argument)) {
                wanted.add(argument);
            } else {
                System.err.println("bin/bench knows no " + argument + ": it takes " + String.join(", ", SCENARIOS)
                        + ", or nothing for all, and --short.");
                System.exit(2);
            }
        }
        if (wanted.isEmpty()) {
            wanted.addAll(SCENARIOS);
        }
        Report report = new Report();
        try (Product product = new Product()) {
            double cold = product.start();
            for (String scenario : wanted) {
                switch (scenario) {
                    case "start" -> start(product, report, cold);
                    case "page" -> PageScenario.run(product, report);
                    case "orders" -> OrderScenario.run(product, report);
                    case "checkins" -> CheckInScenario.run(product, report);
                    case "door" -> DoorScenario.run(product, report, length);
                    case "onsale" -> OnsaleScenario.run(product, report, length);
                    case "grown" -> GrownScenario.run(product, report, length);
                    case "nodes" -> NodesScenario.run(product, report, length);
                    case "room" -> RoomScenario.run(product, report);
                    case "seats" -> SeatScenario.run(product, report);
                    case "money" -> MoneyScenario.run(product, report, length);
                    case "guests" -> GuestScenario.run(product, report);
                    case "messages" -> MessageScenario.run(product, report, length);
                    case "live" -> LiveScenario.run(product, report, length);
                    default -> throw new IllegalStateException(scenario);
                }
            }
        }
        System.exit(report.missed() ? 1 : 0);
    }

    private static void start(Product product, Report report, double cold) throws Exception {
        product.stop();
        double warm = product.start();
        report.section("Start to first page");
        report.line("cold: new data folder", "%.1f s", cold);
        report.line("warm: data folder there", "%.1f s", warm);
    }
}
