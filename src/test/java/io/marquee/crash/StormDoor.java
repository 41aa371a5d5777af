package io.marquee.crash;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The doors after the storm: a third of those with a stake come, of some others gates tell when all is settled, and nobody else came. */
final class StormDoor {
    private static final int MOST = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String OPEN = """
            select 'stake ' || ticket_id || ' is ' || state from escrow.stakes where state in ('held', 'returning')
            union all
            select 'the stakes of order ' || order_id || ' are not settled' from escrow.reservations
            where decided_at is null or try_at <= now()
            union all
            select 'payment ' || p.id || ' still keeps a card' from payment.payments p
            join ordering.orders o on o.paid_by = p.id where p.state = 'authorised' and o.reservation <> 'owed'
            """;

    private final RunningProduct product;
    private final String organizer;
    private final List<String> events;

    StormDoor(RunningProduct product, String organizer, List<String> events) {
        this.product = product;
        this.organizer = organizer;
        this.events = events;
    }

    void opens() throws Exception {
        for (String event : events) tell(event, "staked", 3);
    }

    /** Of these nobody knew in time. */
    void tellsLate() throws Exception {
        for (String event : events) tell(event, "forfeited", 4);
    }

    /** A gate that was alone hands in one of so many tickets in this state. */
    private void tell(String event, String state, int oneOf) throws Exception {
        List<String> codes = product
                .rows(
                        "select short_code from (select short_code, row_number() over (order by id) n from ticketing.tickets where event_id = '"
                                + event + "' and state = '" + state + "') t where n % " + oneOf + " = 0")
                .stream()
                .map(List::getFirst)
                .toList();
        for (int from = 0; from < codes.size(); from += MOST) {
            String scans = codes.subList(from, Math.min(from + MOST, codes.size())).stream()
                    .map(code -> ("{\"nonce\":\"%s\",\"code\":\"%s\",\"gate\":\"Main\",\"at\":\"%s\",\"offline\":true,"
                                    + "\"verdict\":\"admitted\",\"deviceName\":\"Gate\"}")
                            .formatted(UUID.randomUUID(), code, Instant.now()))
                    .collect(Collectors.joining(","));
            String body = "{\"sentAt\":\"" + Instant.now() + "\",\"scans\":[" + scans + "]}";
            String told = handIn(event, body);
            if (told.contains("\"outcome\":\"conflict\"") || told.contains("\"outcome\":\"invalid\""))
                throw new IllegalStateException(told);
        }
    }

    /** Again in the same words where no answer came in time, as gates do: each scan counts once. */
    private String handIn(String event, String body) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                HttpResponse<String> told =
                        product.send("POST", "/api/v1/events/" + event + "/check-ins/batches", organizer, body);
                if (told.statusCode() < 500 || System.nanoTime() > deadline) return told.body();
            } catch (HttpTimeoutException slow) {
                if (System.nanoTime() > deadline) throw slow;
            }
            Thread.sleep(500);
        }
    }

    /** The events are over since a minute. */
    void closes() throws SQLException, IOException {
        product.execute(
                "update event.events set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 minute'"
                        + " where id in ('" + String.join("','", events) + "');"
                        + "update platform.scheduled_tasks set execution_time = now() where task_name = 'event.end'");
    }

    /** The clock's part: what goes back waits for nobody, and the jobs come at once. @return what is open still */
    List<String> open() throws SQLException, IOException {
        product.execute("update escrow.stakes set due_at = now() where state = 'returning';"
                + "update platform.scheduled_tasks set execution_time = now()"
                + " where task_name = 'escrow.settle-stakes' and not picked");
        return product.rows(OPEN).stream().map(List::getFirst).toList();
    }

    long forfeited() throws SQLException, IOException {
        return product.count("select count(*) from escrow.stakes where state = 'forfeited'");
    }
}
