package io.marquee.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A guest list of a hundred thousand: brought in from a table, and looked at as one types, by the team under row-level security. */
final class GuestScenario {
    private static final int MANY = 100_000;
    private static final double IMPORT_SECONDS = 60;
    private static final double P95_MILLIS = 100;
    private static final double LOOK_SECONDS = 4;
    private static final List<String> SYLLABLES = List.of(
            "an", "be", "ca", "do", "el", "fri", "ga", "hu", "in", "jo", "ka", "li", "ma", "no", "ol", "pe", "ro", "su",
            "ta", "wi");

    private GuestScenario() {}

    static void run(Product product, Report report) throws Exception {
        try (Api api = new Api(product.port)) {
            api.signIn();
            String event = api.publishedEvent("Guests");
            report.section("A guest list of %,d".formatted(MANY));
            double from = System.nanoTime();
            bring(product.port, api.bearerHeader(), event);
            double seconds = (System.nanoTime() - from) / 1e9;
            report.line("brought in", "%,.0f guests/s", MANY / seconds);
            report.goal("seconds to bring them in", seconds, "<", IMPORT_SECONDS);
            report.exactly(
                    "guests",
                    product.number("select count(*) from guest.guests where event_id = '" + event + "'"),
                    MANY);

            String list = "/api/v1/events/" + event + "/guests";
            look(product.port, api, report, "first page", list);
            look(product.port, api, report, "one letter", list + "?query=a");
            look(product.port, api, report, "three letters", list + "?query=fri");
            look(product.port, api, report, "two words", list + "?query=anbe+li");
            look(product.port, api, report, "one address", list + "?query=guest4711@");
            look(product.port, api, report, "nobody of that name", list + "?query=xyzzy");
            look(product.port, api, report, "a state", list + "?state=invited");
            look(product.port, api, report, "a tag", list + "?tag=vip");
            look(product.port, api, report, "a tag and a letter", list + "?tag=vip&query=m");
            look(
                    product.port,
                    api,
                    report,
                    "the team's page, with counts",
                    "/manage/events/" + api.slug(event) + "/guests");
        }
    }

    private static void look(int port, Api api, Report report, String what, String path) throws Exception {
        byte[] request = Http.request("GET", path, api.bearerHeader(), "");
        Load.Result looks = Load.flatOut(1, LOOK_SECONDS, number -> {
            Http http = new Http(port);
            return () -> {
                Http.expect(200, http.send(request));
                return true;
            };
        });
        report.goal(what + ", p95 in ms", looks.millis(.95), "<", P95_MILLIS);
    }

    private static void bring(int port, String header, String event) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/events/" + event + "/guests/imports"))
                .header(
                        "Authorization",
                        header.substring(header.indexOf(' ') + 1).strip())
                .header("Content-Type", "text/csv")
                .timeout(Duration.ofMinutes(10))
                .POST(HttpRequest.BodyPublishers.ofString(table()))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200)
                throw new IOException("answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    private static String table() {
        Random random = new Random(42);
        List<String> lines = new ArrayList<>(List.of("name,email,tags"));
        for (int i = 0; i < MANY; i++) {
            lines.add(name(random) + " " + name(random) + ",guest" + i + "@example.org," + (i % 50 == 0 ? "vip" : ""));
        }
        return String.join("\n", lines);
    }

    private static String name(Random random) {
        return IntStream.range(0, 3)
                .mapToObj(i -> SYLLABLES.get(random.nextInt(SYLLABLES.size())))
                .collect(Collectors.joining());
    }
}
