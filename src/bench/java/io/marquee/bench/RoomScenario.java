package io.marquee.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * 64 buyers check out while 20,000 visitors poll a waiting room, each with a place of their own and every ten seconds, which
 * is more often than the room asks of those far behind; beside the same buyers and as many polls of a static file. Those
 * who wait do so for another event, so that the room does not hold the buyers up.
 */
final class RoomScenario {
    private static final int BUYERS = 64;
    private static final int STOCK = 1_000_000;
    private static final int WAITING = 20_000;
    private static final double EVERY_SECONDS = 10;
    private static final int CONNECTIONS = 64;
    private static final double SECONDS = 8;
    private static final int TURNS = 3;

    private RoomScenario() {}

    /** @param checkout orders @param polls answered meanwhile */
    private record Round(Load.Result checkout, Load.Result polls) {}

    static void run(Product product, Report report) throws Exception {
        String sold;
        String type;
        String awaited;
        try (Api api = new Api(product.port)) {
            api.signIn();
            sold = api.publishedEvent("The sale");
            type = api.ticketType(sold, STOCK);
            api.publish(sold);
            awaited = api.publishedEvent("The next sale");
            api.ticketType(awaited, STOCK);
            api.publish(awaited);
            api.put(
                    "/api/v1/events/" + awaited + "/waiting-room",
                    "{\"mode\": \"on\", \"opensAt\": \"" + Instant.now().plusSeconds(5) + "\"}");
        }
        Thread.sleep(6000);
        byte[][] polls = new byte[WAITING][];
        Load.Result arrivals = arrive(product, awaited, polls);
        Http.Answer answer = one(product, polls[WAITING - 1]);
        Files.write(product.statics().resolve("poll.json"), answer.body());
        byte[] file = Http.request("GET", "/poll.json", "", "");
        if (one(product, file).status() != 200) throw new IllegalStateException("the static file is not served");

        report.section("Waiting room: " + BUYERS + " buyers check out beside " + WAITING + " who poll every "
                + (int) EVERY_SECONDS + " s");
        report.line("places taken", "%,.0f places/s, p99 %.1f ms", arrivals.rate(), arrivals.millis(.99));
        report.line("a poll's answer", "%s", answer.text());
        top(product, report, polls, file);
        ratio(product, report, sold, type, polls, file);
    }

    private static Load.Result arrive(Product product, String event, byte[][] polls) throws Exception {
        AtomicInteger number = new AtomicInteger();
        byte[] take = Http.request("POST", "/api/v1/events/" + event + "/waiting-room/places", "", "{}");
        return Load.flatOut(CONNECTIONS, 120, client -> {
            Http http = new Http(product.port);
            return () -> {
                int mine = number.getAndIncrement();
                if (mine >= WAITING) return false;
                Http.Answer taken = http.send(take);
                if (taken.status() != 201) throw new IOException("answered " + taken.status() + ": " + taken.text());
                String cookie = "Cookie: marquee_place_" + event.replace("-", "") + "="
                        + Api.field("pass", taken.text()) + "\r\n";
                polls[mine] = Http.request("GET", "/waiting-room/" + event, cookie, "");
                return true;
            };
        });
    }

    /** What one poll costs, when nothing else is done. */
    private static void top(Product product, Report report, byte[][] polls, byte[] file) throws Exception {
        Load.flatOut(CONNECTIONS, 3, poller(product, polls));
        Load.Result room = Load.flatOut(CONNECTIONS, 4, poller(product, polls));
        Load.flatOut(CONNECTIONS, 2, poller(product, new byte[][] {file}));
        Load.Result files = Load.flatOut(CONNECTIONS, 4, poller(product, new byte[][] {file}));
        report.line("polls, flat out", "%,.0f polls/s, p99 %.1f ms", room.rate(), room.millis(.99));
        report.line("static file of that size, flat out", "%,.0f requests/s", files.rate());
    }

    private static void ratio(Product product, Report report, String event, String type, byte[][] polls, byte[] file)
            throws Exception {
        byte[][] files = {file};
        beside(product, event, type, polls);
        List<Round> room = new ArrayList<>();
        List<Round> still = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            still.add(beside(product, event, type, files));
            room.add(beside(product, event, type, polls));
        }
        tell(report, "beside a static file", still);
        tell(report, "beside the waiting room", room);
        report.goal("checkout beside the room : beside the file", orders(room) / orders(still), ">=", 0.8);
    }

    private static Round beside(Product product, String event, String type, byte[][] polls) throws Exception {
        AtomicInteger issued = new AtomicInteger();
        CompletableFuture<Load.Result> polling = CompletableFuture.supplyAsync(() -> {
            try {
                return Load.paced(CONNECTIONS, SECONDS, WAITING / EVERY_SECONDS, poller(product, polls));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Load.Result checkout = Load.flatOut(
                BUYERS,
                SECONDS,
                number -> OrderScenario.buyer(
                        new Http(product.port),
                        number,
                        event,
                        type,
                        "",
                        ConcurrentHashMap.newKeySet(),
                        issued,
                        new AtomicInteger()));
        return new Round(checkout, polling.join());
    }

    private static Load.Client poller(Product product, byte[][] requests) {
        return client -> {
            Http http = new Http(product.port);
            int[] next = {client};
            return () -> {
                Http.Answer answer = http.send(requests[next[0] % requests.length]);
                next[0] += CONNECTIONS;
                if (answer.status() != 200) throw new IOException("answered " + answer.status());
                return true;
            };
        };
    }

    private static Http.Answer one(Product product, byte[] request) throws IOException {
        try (Http http = new Http(product.port)) {
            Http.Answer answer = http.send(request);
            return new Http.Answer(answer.status(), answer.text().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static double orders(List<Round> rounds) {
        return rounds.stream().mapToDouble(r -> r.checkout().rate()).average().orElseThrow();
    }

    private static void tell(Report report, String what, List<Round> rounds) {
        double polls =
                rounds.stream().mapToDouble(r -> r.polls().rate()).average().orElseThrow();
        double late =
                rounds.stream().mapToDouble(r -> r.polls().millis(.99)).max().orElseThrow();
        double slow =
                rounds.stream().mapToDouble(r -> r.checkout().millis(.99)).max().orElseThrow();
        report.line(
                what, "%,.0f orders/s (p99 %.0f ms), %,.0f polls/s (p99 %.0f ms)", orders(rounds), slow, polls, late);
    }
}
