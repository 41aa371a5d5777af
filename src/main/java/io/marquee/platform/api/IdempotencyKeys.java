package io.marquee.platform.api;

import io.marquee.platform.tenancy.Acting;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Remembers for a day what each keyed write was answered. Acts as the platform: the scope tells whose key it is. */
@Component
public class IdempotencyKeys {
    /** As the description of the API says. */
    public static final Duration REMEMBERED = Duration.ofHours(24);
    /** A first request that is not done by then died with its node; the next one takes over. */
    private static final Duration ABANDONED = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    IdempotencyKeys(JdbcClient jdbc, Acting acting, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.transaction = transaction;
        this.clock = clock;
    }

    record Key(byte[] scope, String key, byte[] request) {}

    record Answer(
            int status,
            @Nullable String contentType,
            @Nullable String location,
            byte[] body) {}

    /** What is known of a key. */
    sealed interface Known {
        record Nothing() implements Known {}

        record UnderWay() implements Known {}

        record OtherRequest() implements Known {}

        record Answered(Answer answer) implements Known {}
    }

    /** Claims the key for a first request; {@link Known.Nothing} means that the caller may go ahead. */
    Known claim(Key key) {
        return acting.asPlatform(() -> transaction.execute(status -> insert(key) ? new Known.Nothing() : look(key)));
    }

    void answered(Key key, Answer answer) {
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> jdbc.sql("""
                        update platform.idempotency_keys set status = ?, content_type = ?, location = ?, body = ?
                        where scope = ? and key = ?
                        """)
                .param(answer.status())
                .param(answer.contentType())
                .param(answer.location())
                .param(answer.body())
                .param(key.scope())
                .param(key.key())
                .update()));
    }

    /** The request failed on our side: the next one may try again. */
    void forget(Key key) {
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> jdbc.sql(
                        "delete from platform.idempotency_keys where scope = ? and key = ? and status is null")
                .params(key.scope(), key.key())
                .update()));
    }

    /** @return how many were old enough to go */
    int forgetOld() {
        return acting.asPlatform(() ->
                transaction.execute(status -> jdbc.sql("delete from platform.idempotency_keys where started_at < ?")
                        .param(before(REMEMBERED))
                        .update()));
    }

    private boolean insert(Key key) {
        return jdbc.sql("""
                                insert into platform.idempotency_keys as k (scope, key, request, started_at)
                                values (?, ?, ?, ?)
                                on conflict (scope, key) do update set request = excluded.request, started_at = excluded.started_at
                                where k.status is null and k.started_at < ? and k.request = excluded.request
                                """)
                        .params(key.scope(), key.key(), key.request(), now(), before(ABANDONED))
                        .update()
                == 1;
    }

    private Known look(Key key) {
        return jdbc.sql("""
                        select request = ? same, status, content_type, location, body
                        from platform.idempotency_keys where scope = ? and key = ?
                        """)
                .params(key.request(), key.scope(), key.key())
                .query((row, n) -> {
                    if (!row.getBoolean("same")) {
                        return new Known.OtherRequest();
                    }
                    int answered = row.getInt("status");
                    return answered == 0
                            ? new Known.UnderWay()
                            : new Known.Answered(new Answer(
                                    answered,
                                    row.getString("content_type"),
                                    row.getString("location"),
                                    row.getBytes("body")));
                })
                .optional()
                .orElseGet(Known.UnderWay::new);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Timestamp before(Duration age) {
        Instant then = clock.instant().minus(age);
        return Timestamp.from(then);
    }
}
