package io.marquee.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Five thousand browsers that listen on one node: three fifths to a bell of their own, one fifth to an event's chat, one fifth to
 * the figures of a sale. Meanwhile bells count, people chat and tickets are sold. Delays count from before the change is committed
 * until its line is read by whoever listens.
 */
final class LiveScenario {
    private static final int STREAMS = 5_000;
    private static final int OPENING = 64;
    private static final int BELLS_A_TICK = 10;
    private static final int TICKS_A_SECOND = 10;
    private static final double SECONDS = 60;
    private static final int PATIENCE_SECONDS = 60;

    private final Product product;
    private final Report report;
    private final int bells = STREAMS * 3 / 5;
    private final int others = STREAMS / 5;
    /** When each number of each counter was committed: a bell's by its person, the chat's by 0. */
    private final Map<String, Long> told = new ConcurrentHashMap<>();

    private final int[] counted = new int[bells + 1];
    private volatile Long sold;
    private final List<Listener> listeners = new ArrayList<>();
    private String event = "";
    private String type = "";

    private LiveScenario(Product product, Report report) {
        this.product = product;
        this.report = report;
    }

    static void run(Product product, Report report, Length length) throws Exception {
        new LiveScenario(product, report).run(length.seconds(SECONDS));
    }

    private void run(double seconds) throws Exception {
        try (Api api = new Api(product.port)) {
            api.signIn();
            event = api.publishedEvent("The night");
            type = api.ticketType(event, 20_000);
            api.publish(event);
            api.put("/api/v1/events/" + event + "/chat", "{\"active\": true, \"opensHours\": 72}");
            people();
            double heap = product.heapMegabytes();
            long resident = product.residentKilobytes();
            double cpu = product.cpuSeconds();
            long from = System.nanoTime();
            open(api.slug(event));
            double opened = (System.nanoTime() - from) / 1e9;
            Thread.sleep(2_000);

            report.section(String.format(
                    Locale.ROOT,
                    "%,d open event streams: %,d bells, %,d in a chat, %,d at the figures of a sale",
                    STREAMS,
                    bells,
                    others,
                    others));
            report.line(
                    "opened",
                    "%,.0f streams/s, %.1f ms of CPU each",
                    STREAMS / opened,
                    1e3 * (product.cpuSeconds() - cpu) / STREAMS);
            report.line("memory of a stream, on the heap", "%.1f KB", 1e3 * (product.heapMegabytes() - heap) / STREAMS);
            report.line(
                    "… as the system counts it",
                    "%.1f KB",
                    (product.residentKilobytes() - resident) / (double) STREAMS);
            move(api, seconds);
            everybody();
            List<String> broken = listeners.stream()
                    .map(Listener::broken)
                    .filter(Objects::nonNull)
                    .toList();
            report.exactly("streams that broke", broken.size(), 0);
            if (!broken.isEmpty()) report.line("the first of them", "%s", broken.getFirst());
        } finally {
            listeners.forEach(Listener::close);
        }
    }

    /** People with a browser each: by hand, since a password for each would take longer than all the rest. */
    private void people() throws Exception {
        try (Connection connection = product.database();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into identity.persons (id, email, email_verified_at, created_at)
                    select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'bell' || n || '@bench.example', now(), now()
                    from generate_series(1, %d) n
                    """.formatted(bells));
            statement.execute("""
                    insert into identity.profiles (person_id, name)
                    select id, split_part(email, '@', 1) from identity.persons where email like 'bell%@bench.example'
                    """);
            try (PreparedStatement session = connection.prepareStatement("""
                    insert into identity.sessions (id, person_id, kind, token_hash, created_at, last_seen_at, expires_at)
                    select gen_random_uuid(), id, 'web', ?, now(), now(), now() + interval '1 day' from identity.persons where email = ?
                    """)) {
                for (int n = 0; n <= bells; n++) {
                    session.setBytes(
                            1,
                            MessageDigest.getInstance("SHA-256").digest(token(n).getBytes(StandardCharsets.US_ASCII)));
                    session.setString(2, n == 0 ? Product.ADMIN : "bell" + n + "@bench.example");
                    session.addBatch();
                }
                session.executeBatch();
            }
            statement.execute("analyze identity.persons");
            statement.execute("analyze identity.sessions");
        }
    }

    /** @param person 0 for the administrator */
    private static String token(int person) {
        return "mqs_" + HexFormat.of().formatHex(new byte[17]) + "%09d".formatted(person);
    }

    private static String person(int number) {
        return "00000000-0000-7000-8000-%012d".formatted(number);
    }

    private void open(String slug) throws Exception {
        for (int n = 1; n <= bells; n++) {
            String bell = person(n) + "/";
            listeners.add(listener("/account/notifications/stream", n, "unread", count -> told.get(bell + count)));
        }
        for (int n = 0; n < others; n++) {
            listeners.add(listener("/events/" + slug + "/chat/stream", 0, "chat", count -> told.get("chat/" + count)));
            listeners.add(listener("/manage/events/" + slug + "/live", 0, "figures", changed -> sold));
        }
        Semaphore at = new Semaphore(OPENING);
        for (Listener listener : listeners) {
            at.acquire();
            Thread.ofVirtual().start(() -> listener.listen(at));
        }
        at.acquire(OPENING);
    }

    private Listener listener(String path, int person, String name, Function<String, Long> told) {
        return new Listener(product.port, path, token(person), name, told);
    }

    private void move(Api api, double seconds) throws Exception {
        int sent = 0;
        int chats = 0;
        long end = System.nanoTime() + (long) (seconds * 1e9);
        try (Connection connection = product.database();
                Api buyer = new Api(product.port)) {
            connection.setAutoCommit(false);
            for (int tick = 0; System.nanoTime() < end; tick++) {
                long next = System.nanoTime() + 1_000_000_000L / TICKS_A_SECOND;
                int first = sent;
                ring(connection, IntStream.range(first, first + BELLS_A_TICK).map(n -> n % bells + 1));
                sent += BELLS_A_TICK;
                if (tick % TICKS_A_SECOND == 0) {
                    told.put("chat/" + ++chats, System.nanoTime());
                    api.post("/api/v1/events/" + event + "/chat/messages", "{\"body\": \"Number " + chats + "\"}");
                }
                if (tick % (3 * TICKS_A_SECOND) == 5) sell(buyer, tick);
                Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
            }
        }
        String last = String.valueOf(chats);
        int bell = sent;
        await(() -> count("unread") >= bell);
        // whoever is behind hears the last of what they missed, which leads to all of it
        await(() -> heardLast(last) == others);
        delays("bells, %d a second".formatted(BELLS_A_TICK * TICKS_A_SECOND), "unread");
        delays(
                "one message a second to %,d in a chat, of the %,d of %,d that were heard one by one"
                        .formatted(others, count("chat"), (long) chats * others),
                "chat");
        delays("a sale to %,d at its figures, which look once a second".formatted(others), "figures");
        report.exactly("bells that counted", count("unread"), sent);
        report.exactly("who heard of the last one", heardLast(last), others);
    }

    /** As an announcement does: what everybody is told in one transaction. */
    private void everybody() throws Exception {
        listeners.forEach(Listener::forget);
        try (Connection connection = product.database()) {
            connection.setAutoCommit(false);
            ring(connection, IntStream.rangeClosed(1, bells));
        }
        await(() -> count("unread") >= bells);
        delays("%,d bells at once".formatted(bells), "unread");
        report.exactly("bells that counted at once", count("unread"), bells);
    }

    private void ring(Connection connection, IntStream numbers) throws Exception {
        int[] all = numbers.toArray();
        try (PreparedStatement bell = connection.prepareStatement("""
                with told as (
                  insert into notification.notices (id, person_id, cause, topic, kind, subject, created_at)
                  select uuidv7(), p::uuid, 'bench:' || uuidv7(), 'news', 'blast', 'News', now() from unnest(?) p returning person_id)
                select count(pg_notify('marquee_news', person_id::text)) from told
                """)) {
            bell.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            IntStream.of(all).mapToObj(LiveScenario::person).toArray()));
            bell.execute();
        }
        long now = System.nanoTime();
        for (int n : all) told.put(person(n) + "/" + ++counted[n], now);
        connection.commit();
    }

    private void sell(Api buyer, int number) throws Exception {
        sold = System.nanoTime();
        OrderScenario.buyer(
                        buyer.http,
                        number,
                        event,
                        type,
                        ".live",
                        ConcurrentHashMap.newKeySet(),
                        new AtomicInteger(),
                        new AtomicInteger())
                .once();
    }

    private static void await(BooleanSupplier wanted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (!wanted.getAsBoolean() && System.nanoTime() < end) Thread.sleep(20);
    }

    private long heardLast(String number) {
        return listeners.stream()
                .filter(one -> one.name().equals("chat") && one.last().equals(number))
                .count();
    }

    private long count(String name) {
        return listeners.stream()
                .filter(one -> one.name().equals(name))
                .mapToLong(Listener::heard)
                .sum();
    }

    private void delays(String what, String name) {
        long[] all = listeners.stream()
                .filter(one -> one.name().equals(name))
                .flatMapToLong(Listener::delays)
                .sorted()
                .toArray();
        if (all.length == 0) report.line(what, "nothing heard");
        else
            report.line(
                    what,
                    "p50 %.0f ms, p99 %.0f ms, at most %.0f ms",
                    all[all.length / 2] / 1e6,
                    all[(int) (all.length * .99)] / 1e6,
                    all[all.length - 1] / 1e6);
    }
}
