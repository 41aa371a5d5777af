package io.marquee.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Random;

/** The event page against a static file of the same size from the same server. */
final class PageScenario {
    private static final int CLIENTS = 32;
    private static final double SECONDS = 8;

    private PageScenario() {}

    static void run(Product product, Report report) throws Exception {
        byte[] page;
        try (Api api = new Api(product.port)) {
            api.signIn();
            String event = api.publishedEvent("Low Tide Sessions");
            api.ticketType(event, 500);
            api.publish(event);
            page = Http.request("GET", "/events/" + api.slug(event), "Accept-Encoding: gzip\r\n", "");
        }
        int size = size(product, page);
        byte[] content = new byte[size];
        new Random(1).nextBytes(content);
        Files.write(product.statics().resolve("same-size.bin"), content);
        byte[] file = Http.request("GET", "/same-size.bin", "Accept-Encoding: gzip\r\n", "");
        if (size(product, file) != size) {
            throw new IllegalStateException("the static file is not served");
        }
        Load.flatOut(CLIENTS, SECONDS / 2, reader(product, page));
        Load.flatOut(CLIENTS, SECONDS / 2, reader(product, file));
        Load.Result pages = Load.flatOut(CLIENTS, SECONDS, reader(product, page));
        Load.Result files = Load.flatOut(CLIENTS, SECONDS, reader(product, file));
        Load.Result half = Load.paced(CLIENTS, SECONDS, pages.rate() / 2, reader(product, page));

        report.section("Event page, " + size + " bytes compressed, " + CLIENTS + " connections");
        report.line(
                "event page",
                "%,.0f requests/s, p50 %.1f ms, p99 %.1f ms",
                pages.rate(),
                pages.millis(.5),
                pages.millis(.99));
        report.line("static file of that size", "%,.0f requests/s", files.rate());
        report.goal("page : file", pages.rate() / files.rate(), ">=", 0.5);
        report.goal("p99 at half the top rate, ms", half.millis(.99), "<", 30);
    }

    private static int size(Product product, byte[] request) throws IOException {
        try (Http http = new Http(product.port)) {
            Http.Answer answer = http.send(request);
            return answer.status() == 200 ? answer.body().length : -answer.status();
        }
    }

    private static Load.Client reader(Product product, byte[] request) {
        return number -> {
            Http http = new Http(product.port);
            return () -> {
                if (http.send(request).status() != 200) {
                    throw new IllegalStateException("not 200");
                }
                return true;
            };
        };
    }
}
