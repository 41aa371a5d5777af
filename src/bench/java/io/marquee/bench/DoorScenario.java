package io.marquee.bench;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * 64 enrolled scanners at one event: flat out, each ticket tried twice at different gates at about the same time; then at half the rate of
 * the goal, each once. And a phone: how long its roster takes, what it weighs, and how long a verdict of its own takes. The mail that the
 * sales before cause waits until afterwards: at a door it went out long ago, and never from the phone's own processor and disk.
 */
final class DoorScenario {
    private static final int GATES = 64;
    private static final int TICKETS = 10_000;
    private static final double GOAL = 1_500;
    private static final double PACED = GOAL / 2;
    private static final Random RANDOM = new Random(7);

    private DoorScenario() {}

    /** An event with sold tickets and a key of each of its scanners. */
    private record Doors(String event, List<String> codes, List<String> keys, List<String> links) {}

    static void run(Product product, Report report, Length length) throws Exception {
        int tickets = (int) (TICKETS * length.seconds(8) / 8);
        MessageScenario.mailFrom(product, "now() + interval '1 day'");
        try {
            // the first thousands pay for compiling
            flatOut(product, new Report(), "Warming up", opened(product, "Warming up", tickets / 2));
            double perScan = flatOut(product, report, "The door", opened(product, "Doors", tickets));
            Doors again = opened(product, "Doors again", tickets);
            paced(product, report, again, perScan);
            roster(product, report, again);
            phone(product, report, again);
        } finally {
            // nor is what comes next measured while it goes
            product.change("delete from notification.due_tickets");
            MessageScenario.mailFrom(product, "now()");
        }
    }

    private static double flatOut(Product product, Report report, String title, Doors doors) throws Exception {
        List<List<String>> queues = CheckInScenario.queues(doors.codes(), GATES);
        AtomicInteger admitted = new AtomicInteger();
        AtomicInteger already = new AtomicInteger();
        double cpu = product.cpuSeconds();
        Load.Result scans = Load.flatOut(GATES, 600, gate -> {
            Http http = new Http(product.port);
            List<String> queue = queues.get(gate);
            int[] next = {0};
            return () -> {
                if (next[0] == queue.size()) return false;
                String verdict = scan(http, doors, gate, queue.get(next[0]++));
                (verdict.equals("admitted") ? admitted : already).incrementAndGet();
                return true;
            };
        });
        double perScan = (product.cpuSeconds() - cpu) / scans.done();
        report.section(title + ": " + GATES + " scanners, " + doors.codes().size() + " tickets, each tried twice");
        report.goal("scans/s", scans.rate(), ">=", GOAL);
        report.line("answers", "p50 %.1f ms, p99 %.1f ms", scans.millis(.5), scans.millis(.99));
        report.line("CPU of application and database", "%.2f ms a scan", perScan * 1000);
        report.exactly("admitted", admitted.get(), doors.codes().size());
        report.exactly(
                "told that they are in already", already.get(), doors.codes().size());
        return perScan;
    }

    private static void paced(Product product, Report report, Doors doors, double flatOut) throws Exception {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger admitted = new AtomicInteger();
        double cpu = product.cpuSeconds();
        Load.Result scans = Load.paced(GATES, doors.codes().size() / PACED, PACED, gate -> {
            Http http = new Http(product.port);
            return () -> {
                int mine = next.getAndIncrement();
                if (mine >= doors.codes().size()) return false;
                if (scan(http, doors, gate, doors.codes().get(mine)).equals("admitted")) admitted.incrementAndGet();
                return true;
            };
        });
        report.section("The same at " + (int) PACED + " scans/s, each ticket once");
        report.goal("p99 (ms)", scans.millis(.99), "<", 50);
        report.line("p50", "%.1f ms", scans.millis(.5));
        report.line(
                "CPU of application and database",
                "%.2f ms a scan, %.2f times that of flat out",
                (product.cpuSeconds() - cpu) / scans.done() * 1000,
                (product.cpuSeconds() - cpu) / scans.done() / flatOut);
        report.exactly("admitted", admitted.get(), scans.done());
    }

    private static String scan(Http http, Doors doors, int gate, String code) throws Exception {
        String body =
                "{\"code\":\"" + code + "\",\"gate\":\"Gate " + gate + "\",\"nonce\":\"" + UUID.randomUUID() + "\"}";
        return Api.field(
                "verdict",
                http.send(Http.request(
                                "POST",
                                "/api/v1/events/" + doors.event() + "/check-ins",
                                Api.bearer(doors.keys().get(gate)),
                                body))
                        .text());
    }

    private static void roster(Product product, Report report, Doors doors) throws Exception {
        try (Http http = new Http(product.port)) {
            byte[] request = Http.request(
                    "GET",
                    "/api/v1/events/" + doors.event() + "/roster",
                    Api.bearer(doors.keys().getFirst()),
                    "");
            http.send(request);
            long from = System.nanoTime();
            Http.Answer roster = http.send(request);
            double seconds = (System.nanoTime() - from) / 1e9;
            long lines = roster.text().lines().count() - 2;
            report.section("The roster of " + lines + " tickets");
            report.goal("seconds to seal and send", seconds, "<", 2);
            report.goal("megabytes", roster.body().length / 1e6, "<", 3);
        }
    }

    /** Without its network, first on a CPU that is made four times slower; the first verdicts warm it up. */
    private static void phone(Product product, Report report, Doors doors) throws Exception {
        try (Chromium phone = new Chromium()) {
            phone.visit(doors.links().getLast());
            double loaded = phone.positive(
                    "(document.querySelector('[data-ready].scan-light-good') || document.querySelector('[data-ready].scan-light-warn')) ? performance.now() : 0");
            phone.call("Network.enable", "{}");
            phone.call(
                    "Network.emulateNetworkConditions",
                    "{\"offline\":true,\"latency\":0,\"downloadThroughput\":-1,\"uploadThroughput\":-1}");
            phone.positive("navigator.onLine ? 0 : 1");
            double[] slow = verdicts(phone, doors, 0);
            phone.call("Emulation.setCPUThrottlingRate", "{\"rate\":1}");
            double[] took = verdicts(phone, doors, slow.length);
            report.section("A phone alone: Chromium");
            report.line("roster there and ready", "%.0f ms after the visit, on a CPU four times slower", loaded);
            report.goal("ms to a verdict of its own, written down (median)", median(took), "<", 20);
            report.line("the same on a CPU four times slower", "%.0f ms", median(slow));
        }
    }

    private static double median(double[] values) {
        double[] sorted = java.util.Arrays.stream(values).skip(10).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double[] verdicts(Chromium phone, Doors doors, int before) throws Exception {
        double[] took = new double[30];
        for (int i = before; i < before + took.length; i++) {
            phone.number(
                    "(() => { const form = document.querySelector('[data-scan-form]'); form.elements.code.value = '"
                            + doors.codes().get(i) + "'; form.requestSubmit(); return 1; })()");
            phone.positive("Number(document.querySelector('[data-scanner]').dataset.turn) === " + (i + 1) + " ? 1 : 0");
            took[i - before] = phone.number("Number(document.querySelector('[data-scanner]').dataset.took)");
        }
        return took;
    }

    private static Doors opened(Product product, String title, int tickets) throws Exception {
        List<String> codes = Collections.synchronizedList(new ArrayList<>());
        String event;
        String type;
        try (Api api = new Api(product.port)) {
            api.signIn();
            event = api.publishedEvent(title);
            type = api.ticketType(event, tickets);
            api.publish(event);
        }
        CheckInScenario.buy(product, event, type, tickets, codes);
        // a connection of its own: that of before was idle for too long
        try (Api api = new Api(product.port)) {
            api.signIn();
            List<String> keys = new ArrayList<>();
            List<String> links = new ArrayList<>();
            for (int gate = 0; gate <= GATES; gate++) {
                String link = Api.field(
                        "url", api.post("/api/v1/events/" + event + "/devices", "{\"name\":\"Phone " + gate + "\"}"));
                links.add(link);
                if (gate < GATES) keys.add(enrolled(api, link));
            }
            Collections.shuffle(codes, RANDOM);
            return new Doors(event, codes, keys, links);
        }
    }

    private static String enrolled(Api api, String link) throws Exception {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        api.post(
                "/api/v1/device-enrolments",
                "{\"token\":\"" + link.substring(link.indexOf('#') + 1) + "\",\"key\":\"" + key + "\"}");
        return "d_" + key;
    }
}
