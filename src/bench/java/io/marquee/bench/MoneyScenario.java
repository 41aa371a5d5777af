package io.marquee.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Webhooks by the ten thousand, with the sandbox as the provider, four about each payment as providers send them: how many are
 * accepted, what they cost, how long each takes to become tickets, and how long somebody waits whose webhook comes behind ten
 * thousand others. No poll helps.
 */
final class MoneyScenario {
    private static final int BUYERS = 16;
    private static final int SENDERS = 32;
    private static final int OF_EACH = 4;

    private final Product product;
    private final Report report;
    private final int payments;
    private final byte[] key;

    private MoneyScenario(Product product, Report report, Length length) throws Exception {
        this.product = product;
        this.report = report;
        this.payments = (length == Length.FULL ? 10_000 : 1_200) / OF_EACH;
        String secret = Files.readString(product.data.resolve("secret")).strip();
        this.key = hmac(
                secret.getBytes(StandardCharsets.UTF_8), "payment.sandbox.webhooks".getBytes(StandardCharsets.UTF_8));
    }

    static void run(Product product, Report report, Length length) throws Exception {
        MoneyScenario scenario = new MoneyScenario(product, report, length);
        scenario.webhooks();
        Reconciled.run(product, report, length);
    }

    private void webhooks() throws Exception {
        String event;
        String type;
        try (Api api = new Api(product.port)) {
            api.signIn();
            event = api.publishedEvent("The till");
            type = Api.field(
                    "id", api.post("/api/v1/events/" + event + "/ticket-types", """
                    {"name":"Pier","price":{"amount":2400,"currency":"EUR"},"quantity":%d,"maxPerOrder":10}""".formatted(payments + 1000)));
            api.publish(event);
        }
        List<String> first = open(event, type, payments);
        List<String> later = open(event, type, 50);

        sql("update payment.sandbox_charges set state = 'paid' where reference = any(string_to_array('"
                + String.join(",", first) + "', ','))");
        int webhooks = payments * OF_EACH;
        double before = product.cpuSeconds();
        long from = System.nanoTime();
        Load.Result accepted = send(first, "first");
        double afterwards = product.cpuSeconds();
        await("select count(*) from payment.webhooks where due_at is not null", 0);
        double all = (System.nanoTime() - from) / 1e9;
        double used = product.cpuSeconds() - before;

        report.section(String.format(
                Locale.ROOT,
                "Webhooks, %,d about %,d payments that wait, from %d senders",
                webhooks,
                payments,
                SENDERS));
        report.line("accepted", "%,.0f webhooks/s, p99 %.1f ms", accepted.rate(), accepted.millis(.99));
        report.line(
                "handled",
                "%,.0f webhooks/s and %,.0f payments/s until the last tickets",
                webhooks / all,
                payments / all);
        report.line(
                "processor time",
                "%.1f ms for each payment, %.1f ms for each webhook, with what followed the sales",
                1e3 * used / payments,
                1e3 * used / webhooks);
        report.line("of it while they came in", "%.0f %%", 100 * (afterwards - before) / used);
        percentiles("from webhook to tickets", first);
        report.exactly("orders with their tickets", paid(first), payments);

        // ten thousand about payments that are long decided, and fifty buyers behind them
        Thread flood = Thread.ofPlatform().start(() -> {
            try {
                send(first, "again");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        flood.join();
        sql("update payment.sandbox_charges set state = 'paid' where reference = any(string_to_array('"
                + String.join(",", later) + "', ','))");
        long waiting = product.number("select count(*) from payment.webhooks where due_at is not null");
        send(later, "later");
        await(
                "select count(*) from payment.payments where id = any(string_to_array('" + String.join(",", later)
                        + "', ',')::uuid[]) and state = 'succeeded'",
                later.size());
        report.line("waiting when 50 more buyers' webhooks came", "%,d", waiting);
        percentiles("their webhooks to their tickets", later);
        await("select count(*) from payment.webhooks where due_at is not null", 0);
        report.exactly(
                "tickets",
                product.number("select count(*) from ticketing.tickets where event_id = '" + event + "'"),
                payments + later.size());
    }

    /** So many orders, each with a payment that waits on the sandbox's page. @return the payments' ids */
    private List<String> open(String event, String type, int many) throws Exception {
        List<String> ids = java.util.Collections.synchronizedList(new ArrayList<>());
        AtomicInteger left = new AtomicInteger(many);
        Load.flatOut(BUYERS, 1800, number -> {
            Http http = new Http(product.port);
            byte[] hold = Http.request(
                    "POST",
                    "/api/v1/events/" + event + "/holds",
                    "",
                    "{\"items\":[{\"ticketType\":\"" + type + "\",\"quantity\":1}]}");
            return () -> {
                if (left.getAndDecrement() <= 0) return false;
                String held = Http.expect(201, http.send(hold));
                String headers = Api.bearer(Api.field("token", held));
                String order = Api.field(
                        "id",
                        Http.expect(
                                201,
                                http.send(Http.request(
                                        "POST",
                                        "/api/v1/orders",
                                        headers,
                                        "{\"hold\":\"%s\",\"buyer\":{\"name\":\"Buyer\",\"email\":\"till%d@bench.example\"}}"
                                                .formatted(Api.field("id", held), ids.size() * 31L + number)))));
                String payment = Http.expect(
                        201,
                        http.send(Http.request(
                                "POST",
                                "/api/v1/orders/" + order + "/payments",
                                headers,
                                "{\"provider\":\"sandbox\"}")));
                ids.add(Api.field("id", payment));
                return true;
            };
        });
        // only webhooks are measured
        sql("delete from platform.scheduled_tasks where task_name = 'payment.poll'");
        return List.copyOf(ids);
    }

    private Load.Result send(List<String> references, String name) throws Exception {
        AtomicInteger next = new AtomicInteger();
        return Load.flatOut(SENDERS, 1800, number -> {
            Http http = new Http(product.port);
            return () -> {
                int i = next.getAndIncrement();
                if (i >= references.size() * OF_EACH) return false;
                String body = "{\"id\":\"evt_%s_%d\",\"type\":\"charge.paid\",\"data\":{\"reference\":\"%s\"}}"
                        .formatted(name, i, references.get(i / OF_EACH));
                long seconds = Instant.now().getEpochSecond();
                String signature =
                        HexFormat.of().formatHex(hmac(key, (seconds + "." + body).getBytes(StandardCharsets.UTF_8)));
                Http.expect(
                        200,
                        http.send(Http.request(
                                "POST",
                                "/webhooks/sandbox",
                                "Sandbox-Signature: t=" + seconds + ",v1=" + signature + "\r\n",
                                body)));
                return true;
            };
        });
    }

    private void percentiles(String what, List<String> references) throws Exception {
        try (Connection connection = product.database();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select percentile_cont(0.5) within group (order by t), percentile_cont(0.99) within group (order by t)
                        from (select extract(epoch from o.paid_at - min(w.received_at)) t
                              from ordering.orders o join payment.payments p on p.id = o.paid_by
                              join payment.webhooks w on w.reference = p.id::text
                              where p.id = any(string_to_array('%s', ',')::uuid[]) group by o.id, o.paid_at) times
                        """.formatted(String.join(",", references)))) {
            row.next();
            report.line(what, "p50 %.2f s, p99 %.2f s", row.getDouble(1), row.getDouble(2));
        }
    }

    private long paid(List<String> references) throws Exception {
        return product.number(
                "select count(*) from ordering.orders where state = 'paid' and paid_by = any(string_to_array('"
                        + String.join(",", references) + "', ',')::uuid[])");
    }

    private void await(String query, long wanted) throws Exception {
        Instant end = Instant.now().plusSeconds(900);
        while (product.number(query) != wanted) {
            if (Instant.now().isAfter(end)) throw new IllegalStateException("still waiting: " + query.substring(0, 60));
            Thread.sleep(100);
        }
    }

    private void sql(String statement) throws Exception {
        try (Connection connection = product.database();
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private static byte[] hmac(byte[] key, byte[] text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    /** A night's comparison of the books of a hundred thousand payments, some of which differ. */
    private static final class Reconciled {
        private static final double AT_MOST_SECONDS = 300;
        private static final double AT_MOST_TIMES = 1.25;
        private static final int PARTS = 5;

        static void run(Product product, Report report, Length length) throws Exception {
            int many = length == Length.FULL ? 100_000 : 20_000;
            try (Connection connection = product.database();
                    Statement statement = connection.createStatement()) {
                for (String sql : books(many)) statement.execute(sql);
            }
            List<Double> heap = new ArrayList<>();
            long memory = product.residentKilobytes();
            String id;
            try (Api api = new Api(product.port)) {
                api.signIn();
                id = Api.field("id", api.post("/api/v1/admin/reconciliations", """
                        {"provider":"sandbox","from":"%s","until":"%s"}""".formatted(
                                Instant.now().minusSeconds(40L * 24 * 3600),
                                Instant.now().minusSeconds(30L * 24 * 3600))));
            }
            while (product.number("select count(*) from payment.reconciliations where id = '" + id
                            + "' and state in ('waiting', 'running')")
                    > 0) {
                long seen = product.number("select charges from payment.reconciliations where id = '" + id + "'");
                // the last part has no end to wait for: it is over then
                boolean part = heap.size() < PARTS - 1 && seen >= many / PARTS * (heap.size() + 1L);
                if (part) heap.add(product.heapMegabytes());
                Thread.sleep(100);
            }
            double seconds = product.number("select (1000 * extract(epoch from finished_at - started_at))::bigint"
                            + " from payment.reconciliations where id = '" + id + "' and state = 'done'")
                    / 1e3;
            report.section(String.format(Locale.ROOT, "A reconciliation of %,d payments", many));
            report.goal("seconds", seconds, "<", AT_MOST_SECONDS);
            report.line(
                    "heap after a collection",
                    "%s MB, after each fifth",
                    heap.stream()
                            .map(mb -> String.format(Locale.ROOT, "%.0f", mb))
                            .collect(Collectors.joining(", ")));
            report.goal("times the first of these, at most", growth(heap), "<", AT_MOST_TIMES);
            report.line(
                    "in memory, as the system counts",
                    "%,d MB before, %,d MB after",
                    memory / 1024,
                    product.residentKilobytes() / 1024);
            report.line("rate", "%,.0f payments/s", many / seconds);
            report.exactly(
                    "charges seen",
                    product.number("select charges from payment.reconciliations where id = '" + id + "'"),
                    many);
            report.exactly(
                    "differences found",
                    product.number("select found from payment.reconciliations where id = '" + id + "'"),
                    2L * many / 1000);
        }

        /** No number, which meets no goal, where it was too quick to be looked at in time. */
        private static double growth(List<Double> heap) {
            return heap.size() < PARTS - 1
                    ? Double.NaN
                    : heap.stream()
                            .mapToDouble(mb -> mb / heap.getFirst())
                            .max()
                            .orElseThrow();
        }

        /** Of every thousand one has another amount there, and one is unknown here. */
        private static List<String> books(int many) {
            return List.of(
                    "set session_replication_role = replica",
                    "set synchronous_commit = off",
                    """
                    create temp table books as
                    select n, uuidv7() id, now() - interval '35 days' + n * interval '1 second' as at, p.event_id, p.organization_id
                    from generate_series(1, %d) n, (select * from payment.payments limit 1) p
                    """.formatted(many),
                    """
                    insert into payment.payments
                      (id, order_id, hold_id, event_id, organization_id, buyer_email, provider, state, amount, currency,
                       idempotency_key, description, return_url, expires_at, provider_ref, created_at, updated_at)
                    select id, uuidv7(), uuidv7(), event_id, organization_id, 'old@bench.example', 'sandbox', 'succeeded', 2400,
                           'EUR', 'payment-' || id, 'old', '/', at, 'ch_old' || n, at, at
                    from books where mod(n, 1000) <> 7
                    """,
                    """
                    insert into payment.sandbox_charges
                      (id, idempotency_key, reference, state, amount, currency, description, email, return_url, expires_at,
                       created_at, updated_at)
                    select 'ch_old' || n, 'payment-' || id, id, 'paid', case when mod(n, 1000) = 3 then 2399 else 2400 end, 'EUR',
                           'old', 'old@bench.example', '/', at, at, at
                    from books
                    """,
                    "analyze payment.payments",
                    "analyze payment.sandbox_charges");
        }
    }
}
