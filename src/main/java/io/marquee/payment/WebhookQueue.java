package io.marquee.payment;

import io.marquee.platform.tenancy.Acting;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The webhooks that wait, in the table itself: the most urgent first, the oldest of them with a few of the newest, and with
 * one all others about the same thing. Whoever claims some has them for a while; when they are not heard of again, say after a crash, somebody else claims them.
 */
@Component
class WebhookQueue {
    private static final int OLDEST = 20;
    /** Where more buyers wait than can be served soon, those who came just now are not all made to wait as long. */
    private static final int NEWEST = 5;

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration KEPT_UNHANDLED = Duration.ofDays(90);
    private static final int LONGEST_ERROR = 500;
    private static final int PURGED_AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Acting acting;
    private final Clock clock;

    WebhookQueue(JdbcClient jdbc, TransactionTemplate transaction, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.acting = acting;
        this.clock = clock;
    }

    /** Groups of webhooks about the same thing; none when nothing is due. */
    List<List<WebhookRow>> claim() {
        Map<String, List<WebhookRow>> bySubject = new LinkedHashMap<>();
        acting.asPlatform(() -> transaction.execute(status -> claimed()))
                .forEach(row -> bySubject
                        .computeIfAbsent(row.provider() + " " + row.subject(), key -> new ArrayList<>())
                        .add(row));
        return List.copyOf(bySubject.values());
    }

    /** One after the other, so that two never claim the same subject; it takes a moment only. */
    private List<WebhookRow> claimed() {
        Instant now = clock.instant();
        jdbc.sql("select pg_advisory_xact_lock(hashtext('payment.webhooks'))")
                .query((row, n) -> "")
                .list();
        return jdbc.sql("""
                        with due as materialized (
                          (select provider, subject from payment.webhooks
                           where due_at <= :now order by urgent desc, due_at limit :oldest)
                          union all
                          (select provider, subject from payment.webhooks
                           where urgent and due_at <= :now order by due_at desc limit :newest)),
                        claimed as (
                          update payment.webhooks w set due_at = :until, tries = w.tries + 1
                          from (select distinct provider, subject from due) d
                          where w.provider = d.provider and w.subject = d.subject and w.due_at <= :now
                          returning w.*)
                        select * from claimed order by urgent desc, received_at, id
                        """)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(LEASE)))
                .param("oldest", OLDEST)
                .param("newest", NEWEST)
                .query(WebhookRow::read)
                .list();
    }

    /** What came of each. */
    void handled(Map<UUID, String> outcomes) {
        if (outcomes.isEmpty()) return;
        acting.asPlatform(() -> transaction.execute(status -> jdbc.sql("""
                        update payment.webhooks w set handled_at = :now, outcome = o.outcome, due_at = null, last_error = null
                        from unnest(:ids::uuid[], :outcomes::text[]) o (id, outcome) where w.id = o.id
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", outcomes.keySet().toArray(UUID[]::new))
                .param("outcomes", outcomes.values().toArray(String[]::new))
                .update()));
    }

    /** They wait longer each time, and not all for the same moment. */
    void retry(List<WebhookRow> group, String error) {
        int tries = group.stream().mapToInt(WebhookRow::tries).max().orElse(1);
        long seconds = Math.min(LONGEST_WAIT.toSeconds(), 5L << Math.min(tries - 1, 10));
        Duration wait =
                Duration.ofMillis((long) (seconds * ThreadLocalRandom.current().nextDouble(750, 1250)));
        failed(group, error, clock.instant().plus(wait));
    }

    /** A person has to look; replaying it, or hearing it again, gives it another chance. */
    void giveUp(List<WebhookRow> group, String error) {
        failed(group, error, null);
    }

    /** @param again null where it is given up */
    private void failed(List<WebhookRow> group, String error, @Nullable Instant again) {
        acting.asPlatform(() -> transaction.execute(status -> jdbc.sql("""
                        update payment.webhooks set due_at = :again, outcome = :outcome, last_error = :error
                        where id = any(:ids::uuid[])
                        """)
                .param("again", again == null ? null : Timestamp.from(again), Types.TIMESTAMP)
                .param("outcome", again == null ? "given_up" : null)
                .param("error", shortened(error))
                .param("ids", group.stream().map(WebhookRow::id).toArray(UUID[]::new))
                .update()));
    }

    private static String shortened(String error) {
        String readable = error.replace("\0", "");
        return readable.substring(0, Math.min(LONGEST_ERROR, readable.length()));
    }

    /** Forgets what was handled long ago. @return how many */
    int purge() {
        int all = 0;
        for (int some = purgeSome(); some > 0; some = purgeSome()) all += some;
        return all;
    }

    private int purgeSome() {
        return acting.asPlatform(() -> transaction.execute(status -> jdbc.sql("""
                        delete from payment.webhooks where id in (
                          (select id from payment.webhooks where handled_at < :handled limit :some)
                          union all
                          (select id from payment.webhooks where received_at < :received and due_at is null limit :some))
                        """)
                .param("handled", Timestamp.from(clock.instant().minus(KEPT)))
                .param("received", Timestamp.from(clock.instant().minus(KEPT_UNHANDLED)))
                .param("some", PURGED_AT_ONCE)
                .update()));
    }
}
