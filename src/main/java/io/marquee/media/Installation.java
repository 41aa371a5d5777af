package io.marquee.media;

import io.marquee.platform.tenancy.Acting;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether the store is this installation's alone: only then may a file go because no row of ours names it. A token lies in the store and
 * in the database, and changes each night: a copy of the database holds it for no longer than files without a row are left alone.
 * Whoever finds another's token writes that the store is contested, so that both stop until somebody has decided.
 */
@Component
class Installation {
    /** Where another installation uses the store too, it has met the token by then. */
    static final Duration WAIT = Duration.ofHours(12);

    /** This database of this server: a dump that was read in elsewhere is not here. */
    private static final String HERE = """
            (select system_identifier || '/' || (select oid from pg_database where datname = current_database())
             from pg_control_system())""";

    /** What may stand in the store if it is ours. */
    static final String TOKENS =
            "select unnest(array[token, before])::text from media.installation where place = " + HERE;

    private static final String CONTESTED = "contested";
    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

    private final ObjectStore store;
    private final JdbcClient jdbc;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AtomicBoolean said = new AtomicBoolean();

    Installation(ObjectStore store, JdbcClient jdbc, Acting acting, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.jdbc = jdbc;
        this.acting = acting;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Row(
            UUID token,
            @Nullable UUID before,
            boolean here,
            @Nullable Instant since) {
        boolean has(String there) {
            return here && (there.equals(token.toString()) || there.equals(String.valueOf(before)));
        }
    }

    /** Takes a store that is nobody's. */
    boolean ownsStore() {
        // the store first: by then the row knows the token that it had, and the next
        String there = inStore(store);
        if (there == null) {
            put(taken().toString());
            return true;
        }
        Row row = row();
        if (row.has(there)) {
            said.set(false);
            return true;
        }
        if (!said.getAndSet(true)) {
            LOG.warn("{} is another installation’s, or this database is a copy: no file is removed from it", store);
        }
        if (row.here && !there.equals(CONTESTED)) put(CONTESTED);
        return false;
    }

    /** @return whether it was and stays ours, long enough for others to have said that it is theirs */
    boolean renews() {
        if (!ownsStore()) return false;
        Instant since = row().since;
        if (since == null || since.isAfter(clock.instant().minus(WAIT))) return false;
        String there = inStore(store);
        Row row = row();
        if (there == null || !row.has(there)) return false;
        // where the last one did not arrive it is sent again: the store never has one that the row has forgotten
        put((there.equals(row.token.toString()) ? next() : row.token).toString());
        return true;
    }

    static @Nullable String inStore(ObjectStore store) {
        StoredFile file = store.open(Keys.INSTALLATION);
        return file == null ? null : new String(file.read(), StandardCharsets.US_ASCII);
    }

    private void put(String text) {
        store.put(Keys.INSTALLATION, "text/plain", text.getBytes(StandardCharsets.US_ASCII));
    }

    private Row row() {
        return asPlatform(() -> jdbc.sql("select token, before, coalesce(place = " + HERE
                        + ", false) here, since from media.installation")
                .query((row, n) -> new Row(
                        row.getObject("token", UUID.class),
                        row.getObject("before", UUID.class),
                        row.getBoolean("here"),
                        row.getTimestamp("since") == null
                                ? null
                                : row.getTimestamp("since").toInstant()))
                .single());
    }

    /** Two nodes that take it at once take it with one token. */
    private UUID taken() {
        return asPlatform(() -> jdbc.sql(
                        "update media.installation set since = :now, place = " + HERE + ", token = case when place = "
                                + HERE + " then token else gen_random_uuid() end returning token")
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .single());
    }

    private UUID next() {
        return asPlatform(() -> jdbc.sql(
                        "update media.installation set before = token, token = gen_random_uuid() returning token")
                .query(UUID.class)
                .single());
    }

    private <T> T asPlatform(Supplier<T> work) {
        return acting.asPlatform(() -> transaction.execute(status -> work.get()));
    }
}
