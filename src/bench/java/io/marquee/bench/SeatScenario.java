package io.marquee.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 64 buyers pick seats two by two on a map of 5,000 until it is sold out; and how the map draws on a slow phone meanwhile. */
final class SeatScenario {
    private static final int BUYERS = 64;
    private static final int ROWS = 50;
    private static final int IN_A_ROW = 100;
    private static final int SEATS = ROWS * IN_A_ROW;
    private static final double AT_MOST_SECONDS = 600;

    private final Product product;
    private String event = "";
    private String type = "";
    private List<String> seats = List.of();
    private final Set<String> sold = ConcurrentHashMap.newKeySet();
    private final AtomicLong held = new AtomicLong();
    private final AtomicInteger tooLate = new AtomicInteger();

    private SeatScenario(Product product) {
        this.product = product;
    }

    static void run(Product product, Report report) throws Exception {
        SeatScenario scenario = new SeatScenario(product);
        report.section("Seats: " + BUYERS + " buyers pick two by two on a map of " + SEATS);
        scenario.draw("Picked");
        double before = product.cpuSeconds();
        Load.Result picking = Load.flatOut(BUYERS, AT_MOST_SECONDS, scenario::picker);
        report.line(
                "holds with picked seats",
                "%,.0f seats/s in %,.0f holds/s, p50 %.1f ms, p99 %.1f ms",
                scenario.held.get() / picking.seconds(),
                picking.rate(),
                picking.millis(.5),
                picking.millis(.99));
        report.line("cost of a hold", "%.1f ms of CPU", (product.cpuSeconds() - before) * 1000 / picking.done());
        report.line("told that a seat was just taken", "%,d times", scenario.tooLate.get());
        scenario.exact(report);

        SeatScenario best = new SeatScenario(product);
        best.draw("Best");
        before = product.cpuSeconds();
        Load.Result finding = Load.flatOut(BUYERS, AT_MOST_SECONDS, best::finder);
        report.line(
                "holds with the best seats, by twos",
                "%,.0f seats/s in %,.0f holds/s, p50 %.1f ms, p99 %.1f ms",
                best.held.get() / finding.seconds(),
                finding.rate(),
                finding.millis(.5),
                finding.millis(.99));
        report.line("cost of a hold", "%.1f ms of CPU", (product.cpuSeconds() - before) * 1000 / finding.done());
        best.exact(report);
        best.polls(report);
        best.phone(report);
    }

    private void draw(String title) throws IOException {
        try (Api api = new Api(product.port)) {
            api.signIn();
            event = api.publishedEvent("Seats " + title);
            type = api.ticketType(event, SEATS);
            api.post("/api/v1/events/" + event + "/seat-map", "{\"name\":\"Great hall\"}");
            String map =
                    api.post("/api/v1/events/" + event + "/seat-map/sections", """
                    {"name":"Stalls","rows":%d,"seatsPerRow":%d,"curve":40,"ticketTypes":["%s"]}""".formatted(ROWS, IN_A_ROW, type));
            api.publish(event);
            List<String> found = new ArrayList<>();
            Matcher seat =
                    Pattern.compile("\"id\":\"([0-9a-f-]{36})\",\"label\"").matcher(map);
            while (seat.find()) found.add(seat.group(1));
            seats = List.copyOf(found);
        }
    }

    /** Every seat has one hold, and no hold has a seat that another has. */
    private void exact(Report report) throws Exception {
        report.exactly("seats held", held.get(), SEATS);
        report.exactly("different seats", sold.size(), SEATS);
        report.exactly(
                "seats in the database",
                product.number(
                        "select count(distinct seat_id) from seating.occupants where event_id = '" + event + "'"),
                SEATS);
    }

    private Load.Step picker(int number) throws IOException {
        Http http = new Http(product.port);
        Random random = new Random(number);
        BitSet taken = new BitSet();
        look(http, taken);
        return () -> {
            for (; ; ) {
                int[] wanted = choice(taken, random);
                if (wanted.length == 0) {
                    look(http, taken);
                    if (taken.cardinality() == SEATS) return false;
                    continue;
                }
                String picked = "\""
                        + String.join(
                                "\",\"",
                                Arrays.stream(wanted).mapToObj(seats::get).toList()) + "\"";
                Http.Answer answer = http.send(Http.request(
                        "POST",
                        "/api/v1/events/" + event + "/holds",
                        "",
                        "{\"items\":[{\"ticketType\":\"" + type + "\",\"quantity\":" + wanted.length + ",\"seats\":["
                                + picked + "]}]}"));
                if (answer.status() == 409) {
                    tooLate.incrementAndGet();
                    look(http, taken);
                } else {
                    keep(Http.expect(201, answer));
                    for (int seat : wanted) taken.set(seat);
                    return true;
                }
            }
        };
    }

    private Load.Step finder(int number) throws IOException {
        Http http = new Http(product.port);
        byte[] hold = Http.request(
                "POST",
                "/api/v1/events/" + event + "/holds",
                "",
                "{\"items\":[{\"ticketType\":\"" + type + "\",\"quantity\":2}]}");
        return () -> {
            Http.Answer answer = http.send(hold);
            if (answer.status() == 409) return false;
            keep(Http.expect(201, answer));
            return true;
        };
    }

    private void keep(String hold) {
        List<String> got = Api.fields("id", hold.substring(hold.indexOf("\"seats\"")));
        held.addAndGet(got.size());
        sold.addAll(got);
    }

    /** Two free seats next to one another somewhere, or one where there are no two. */
    private static int[] choice(BitSet taken, Random random) {
        int free = taken.nextClearBit(random.nextInt(SEATS));
        if (free >= SEATS) free = taken.nextClearBit(0);
        if (free >= SEATS) return new int[0];
        boolean two = free + 1 < SEATS && !taken.get(free + 1) && (free + 1) % IN_A_ROW != 0;
        return two ? new int[] {free, free + 1} : new int[] {free};
    }

    private void look(Http http, BitSet taken) throws IOException {
        String states =
                Http.expect(200, http.send(Http.request("GET", "/api/v1/events/" + event + "/seat-states", "", "")));
        taken.clear();
        taken.or(BitSet.valueOf(Base64.getDecoder().decode(Api.field("taken", states))));
    }

    private void polls(Report report) throws Exception {
        Load.Result polls = Load.flatOut(16, 5, number -> {
            Http http = new Http(product.port);
            byte[] ask = Http.request("GET", "/api/v1/events/" + event + "/seat-states", "", "");
            return () -> {
                Http.expect(200, http.send(ask));
                return true;
            };
        });
        report.line(
                "polls of the seats' states, 16 clients",
                "%,.0f/s, p50 %.1f ms, p99 %.1f ms",
                polls.rate(),
                polls.millis(.5),
                polls.millis(.99));
    }

    private void phone(Report report) throws Exception {
        String slug;
        try (Api api = new Api(product.port)) {
            api.signIn();
            slug = api.slug(event);
        }
        try (Chromium phone = new Chromium()) {
            phone.visit("http://localhost:" + product.port + "/events/" + slug + "/seats");
            double drawn = phone.positive(
                    "((document.querySelector('[data-plan][data-ready]') && performance.getEntriesByName('seats-drawn')[0]) || {startTime: 0}).startTime");
            double shown = phone.number(
                    "(performance.getEntriesByName('first-contentful-paint')[0] || {startTime: 0}).startTime");
            double poll = phone.positive(
                    "((e) => performance.now() > 8000 ? e[e.length - 1].duration : 0)(performance.getEntriesByName('seats-poll'))");
            phone.number(
                    "(document.querySelector('canvas').scrollIntoView({block: 'center'}), window.frames_ = [], requestAnimationFrame(function f(t) { frames_.push(t); requestAnimationFrame(f); }), 1)");
            phone.mouse("mousePressed", 200, 400);
            for (int i = 0; i < 60; i++) phone.mouse("mouseMoved", 200 + i * 2, 400 + i);
            phone.mouse("mouseReleased", 320, 460);
            double frame = phone.number(
                    "frames_.slice(1).map((t, i) => t - frames_[i]).sort((a, b) => a - b)[Math.floor(frames_.length * 0.95) - 1]");
            report.section("The same map on a phone: Chromium, 390 wide, CPU four times slower");
            report.line("first words of the page", "%.0f ms after the visit", shown);
            report.line("5,000 seats drawn", "%.0f ms after the visit", drawn);
            report.line("a poll that finds nothing new", "%.1f ms", poll);
            report.line("a frame while the plan is dragged (p95)", "%.1f ms", frame);
        }
    }
}
