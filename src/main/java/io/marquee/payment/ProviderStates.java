package io.marquee.payment;

import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was last seen of each provider, by whichever node saw it: for the administrator and the doctor. Nothing depends on
 * it, so what cannot be written is only logged.
 */
@Component
class ProviderStates {
    private static final Logger log = LoggerFactory.getLogger(ProviderStates.class);
    private static final Duration BETWEEN_NOTES = Duration.ofSeconds(5);
    private static final int LONGEST = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Acting acting;
    private final Clock clock;
    /** When an error was last written: a provider that is away must not keep the database busy too. */
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();

    ProviderStates(JdbcClient jdbc, TransactionTemplate transaction, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.acting = acting;
        this.clock = clock;
    }

    /** @param since when it came into this state; null where it was never seen in another */
    record Seen(
            String provider,
            ProviderState state,
            @Nullable Instant since,
            @Nullable String lastError,
            @Nullable Instant failedAt) {
        private static Seen read(ResultSet row, int number) throws SQLException {
            Timestamp since = row.getTimestamp("since");
            Timestamp failed = row.getTimestamp("failed_at");
            return new Seen(
                    row.getString("provider"),
                    Wire.parse(ProviderState.class, row.getString("state")),
                    since == null ? null : since.toInstant(),
                    row.getString("last_error"),
                    failed == null ? null : failed.toInstant());
        }
    }

    List<Seen> all() {
        return acting.asPlatform(
                () -> transaction.execute(status -> jdbc.sql("select * from payment.provider_states order by provider")
                        .query(Seen::read)
                        .list()));
    }

    void moved(String provider, ProviderState to) {
        log.warn("payment provider {} is {}", provider, Wire.name(to));
        write(jdbc.sql("""
                        insert into payment.provider_states (provider, state, since) values (:provider, :state, :now)
                        on conflict (provider) do update set state = :state, since = :now
                        where provider_states.state <> :state
                        """)
                .param("provider", provider)
                .param("state", Wire.name(to))
                .param("now", Timestamp.from(clock.instant())));
    }

    void failed(String provider, String error) {
        Instant now = clock.instant();
        Instant before = noted.put(provider, now);
        if (before != null && now.isBefore(before.plus(BETWEEN_NOTES))) return;
        write(jdbc.sql("""
                        insert into payment.provider_states (provider, state, last_error, failed_at)
                        values (:provider, 'up', :error, :now)
                        on conflict (provider) do update set last_error = :error, failed_at = :now
                        """)
                .param("provider", provider)
                .param("error", error.substring(0, Math.min(LONGEST, error.length())))
                .param("now", Timestamp.from(now)));
    }

    private void write(JdbcClient.StatementSpec statement) {
        try {
            acting.asPlatform(() -> transaction.execute(status -> statement.update()));
        } catch (RuntimeException e) {
            log.warn("the state of a payment provider could not be kept: {}", e.toString());
        }
    }
}
